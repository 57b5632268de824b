package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.Options;

/**
 * Closes the connection with a TCP reset, as gov.br's firewall does to addresses it does not know.
 */
final class ConnectionReset implements Fault {

  private final Behaviour behaviour;

  /** Under one of its two names. */
  ConnectionReset(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  @Override
  public Behaviour behaviour() {
    return behaviour;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next)
      throws IOException {
    exchange.getConnection().setOption(Options.CLOSE_ABORT, true);
    exchange.getConnection().close();
  }
}
