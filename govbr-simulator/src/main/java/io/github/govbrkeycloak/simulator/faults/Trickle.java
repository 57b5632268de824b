package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Sends one byte after the other, so that the caller's read timeout never strikes: only a deadline
 * for the whole call helps. No thread waits meanwhile.
 */
final class Trickle implements Fault {

  private static final long DEFAULT_BYTES = 30;
  private static final long MOST_BYTES = 100_000;
  private static final long DEFAULT_MILLIS = 1_000;
  private static final long MOST_MILLIS = TimeUnit.MINUTES.toMillis(10);

  @Override
  public Behaviour behaviour() {
    return Behaviour.A_CONTA_GOTAS;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    long bytes = parameters.number("bytes", DEFAULT_BYTES, 1, MOST_BYTES);
    long millis = parameters.number("ms", DEFAULT_MILLIS, 1, MOST_MILLIS);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.setResponseContentLength(bytes);
    exchange.dispatch(exchange.getIoThread(), () -> new Drops(millis, bytes).fall(exchange));
  }

  /** What is left to send. */
  private static final class Drops implements IoCallback {

    private final long millis;
    private long left;

    Drops(long millis, long bytes) {
      this.millis = millis;
      this.left = bytes;
    }

    void fall(HttpServerExchange exchange) {
      left--;
      exchange.getResponseSender().send(" ", this);
    }

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
      if (left == 0) {
        sender.close();
      } else {
        exchange.getIoThread().executeAfter(() -> fall(exchange), millis, TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
      IoUtils.safeClose(exchange.getConnection());
    }
  }
}
