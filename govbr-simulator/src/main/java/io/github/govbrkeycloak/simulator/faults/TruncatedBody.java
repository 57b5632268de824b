package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Lets the real answer begin and breaks it off in the middle of its body. */
final class TruncatedBody implements Fault {

  @Override
  public Behaviour behaviour() {
    return Behaviour.CORPO_TRUNCADO;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next)
      throws Exception {
    exchange.addResponseWrapper(
        (factory, wrapped) -> new BreakingConduit(factory.create(), wrapped));
    next.handleRequest(exchange);
  }
}
