package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/** Answers success without a body. */
final class EmptyBody implements Fault {

  @Override
  public Behaviour behaviour() {
    return Behaviour.CORPO_VAZIO;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.endExchange();
  }
}
