package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers correct JSON that is too long for anybody. */
final class HugeBody implements Fault {

  private static final long DEFAULT_BYTES = 20L * 1024 * 1024;
  private static final long MOST_BYTES = 1024L * 1024 * 1024;
  private static final byte[] BEGIN = "{\"enchimento\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FILLING = new byte[16 * 1024];

  static {
    Arrays.fill(FILLING, (byte) 'x');
  }

  @Override
  public Behaviour behaviour() {
    return Behaviour.CORPO_ENORME;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next)
      throws IOException {
    long shortest = (long) BEGIN.length + END.length;
    long bytes = parameters.number("bytes", DEFAULT_BYTES, shortest, MOST_BYTES);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.setResponseContentLength(bytes);
    exchange.startBlocking();
    try (OutputStream out = exchange.getOutputStream()) {
      out.write(BEGIN);
      for (long left = bytes - shortest; left > 0; left -= FILLING.length) {
        out.write(FILLING, 0, (int) Math.min(left, FILLING.length));
      }
      out.write(END);
    }
  }
}
