package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.xnio.Options;

/**
 * Drops calls that a service's servers make from an address not registered for it, with a TCP reset
 * as gov.br's firewall does: the caller never learns why. Browsers pass, they bring no {@code
 * Authorization}. Addresses outside the firewall answer for themselves.
 */
final class Firewall implements HttpHandler {

  private final Clients clients;
  private final Set<String> outside;
  private final HttpHandler next;

  Firewall(Clients clients, Set<String> outside, HttpHandler next) {
    this.clients = clients;
    this.outside = outside;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (isShutOut(exchange)) {
      reset(exchange);
    } else {
      next.handleRequest(exchange);
    }
  }

  private boolean isShutOut(HttpServerExchange exchange) {
    Optional<Client> client =
        Optional.ofNullable(exchange.getAttachment(CallFinder.CALL))
            .filter(call -> !outside.contains(call.endpoint()))
            .flatMap(Call::client)
            .flatMap(clients::withId);
    String source = exchange.getSourceAddress().getAddress().getHostAddress();
    return exchange.getRequestHeaders().contains(Headers.AUTHORIZATION)
        && client.filter(known -> !known.mayCallFrom(source)).isPresent();
  }

  private static void reset(HttpServerExchange exchange) throws IOException {
    exchange.getConnection().setOption(Options.CLOSE_ABORT, true);
    exchange.getConnection().close();
  }
}
