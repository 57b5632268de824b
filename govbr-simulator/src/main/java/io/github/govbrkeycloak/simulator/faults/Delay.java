package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.concurrent.TimeUnit;

/** Works after a while. No thread waits meanwhile, so many late answers may be under way. */
final class Delay implements Fault {

  private static final long DEFAULT_MILLIS = 1_000;
  private static final long MOST_MILLIS = TimeUnit.HOURS.toMillis(1);

  @Override
  public Behaviour behaviour() {
    return Behaviour.ATRASO;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    long millis = parameters.number("ms", DEFAULT_MILLIS, 0, MOST_MILLIS);
    Runnable later = () -> exchange.dispatch(exchange.getConnection().getWorker(), next);
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> exchange.getIoThread().executeAfter(later, millis, TimeUnit.MILLISECONDS));
  }
}
