package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Answers a status with gov.br's generic error body, and does nothing else. */
final class FixedStatus implements Fault {

  private static final int LOWEST = 200;
  private static final int HIGHEST = 599;

  @Override
  public Behaviour behaviour() {
    return Behaviour.STATUS;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    int status =
        (int) parameters.number("status", StatusCodes.SERVICE_UNAVAILABLE, LOWEST, HIGHEST);
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange
        .getResponseSender()
        .send("{\"error\":\"" + status + "\",\"erro_description\":\"simulado\"}");
  }
}
