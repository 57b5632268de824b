package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;

/** Never answers; the caller has to give up. */
final class NoAnswer implements Fault {

  @Override
  public Behaviour behaviour() {
    return Behaviour.NUNCA_RESPONDE;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    // A dispatched exchange stays open when its handler returns.
    exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {});
  }
}
