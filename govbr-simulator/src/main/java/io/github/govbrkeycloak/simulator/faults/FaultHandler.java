package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets one fault happen if its behaviour acts on the call, and otherwise passes the call on. */
public final class FaultHandler implements HttpHandler {

  private final Fault fault;
  private final Behaviours behaviours;
  private final Function<HttpServerExchange, Optional<Call>> callOf;
  private final HttpHandler next;

  private FaultHandler(
      Fault fault,
      Behaviours behaviours,
      Function<HttpServerExchange, Optional<Call>> callOf,
      HttpHandler next) {
    this.fault = fault;
    this.behaviours = behaviours;
    this.callOf = callOf;
    this.next = next;
  }

  /**
   * All faults, in front of the real work.
   *
   * @param settings how error bodies are written
   * @param callOf what is known of a call; empty where gov.br has no such address, where nothing
   *     goes wrong on demand
   */
  public static HttpHandler inFrontOf(
      HttpHandler work,
      Behaviours behaviours,
      Settings settings,
      Function<HttpServerExchange, Optional<Call>> callOf) {
    List<Fault> faults = inOrder(settings);
    HttpHandler chain = work;
    for (int i = faults.size() - 1; i >= 0; i--) {
      chain = new FaultHandler(faults.get(i), behaviours, callOf, chain);
    }
    return chain;
  }

  /** Only the delay lets the others follow. */
  private static List<Fault> inOrder(Settings settings) {
    return List.of(
        new Delay(),
        new NoAnswer(),
        new ConnectionReset(Behaviour.CONEXAO_REINICIADA),
        new ConnectionReset(Behaviour.FIREWALL),
        new FixedStatus(settings),
        new RateLimit(settings),
        new OutOfService(),
        new EmptyBody(),
        new Trickle(),
        new MaintenancePage(),
        new HugeBody(),
        new TruncatedBody());
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Parameters> turn =
        callOf.apply(exchange).flatMap(call -> behaviours.take(fault.behaviour(), call));
    if (turn.isPresent()) {
      fault.apply(exchange, turn.get(), next);
    } else {
      next.handleRequest(exchange);
    }
  }
}
