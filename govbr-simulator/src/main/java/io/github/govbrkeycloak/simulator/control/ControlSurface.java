package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.homologacao.Confirmations;
import io.github.govbrkeycloak.simulator.homologacao.HomologacaoResource;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The control addresses. Behaviours and the call log do not reach them. */
public final class ControlSurface {

  private final World world;
  private final CallLog calls;
  private final List<Endpoint> endpoints;
  private final Supplier<Map<String, List<?>>> exported;
  private final Runnable forgetEverybody;
  private final Runnable reset;
  private final Confirmations confirmations = new Confirmations();

  /**
   * Steers this world.
   *
   * @param endpoints all addresses a behaviour can be limited to
   * @param exported what was created since the start
   * @param forgetEverybody ends all sessions and logins and takes back all consents
   * @param reset puts all back as after the start
   */
  public ControlSurface(
      World world,
      CallLog calls,
      List<Endpoint> endpoints,
      Supplier<Map<String, List<?>>> exported,
      Runnable forgetEverybody,
      Runnable reset) {
    this.world = world;
    this.calls = calls;
    this.endpoints = List.copyOf(endpoints);
    this.exported = exported;
    this.forgetEverybody = forgetEverybody;
    this.reset = reset;
  }

  /** Forgets what people said on the control pages. */
  public void forget() {
    confirmations.clear();
  }

  /** The resource objects. */
  public List<Object> resources() {
    Set<String> names =
        endpoints.stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new));
    ActivationRules rules = new ActivationRules(world.personas(), names);
    return List.of(
        new StartPageResource(world),
        new HealthResource(),
        new SchemasResource(),
        new PersonasResource(world.personas()),
        new ClientsResource(world.clients()),
        new EndpointsResource(endpoints),
        new BehavioursResource(world.behaviours(), rules),
        new ControlPageResource(world),
        new BehaviourPageResource(world, rules),
        new CallsResource(world, calls, names),
        new HomologacaoResource(world, calls, confirmations),
        new SettingsResource(world.settings()),
        new ClockResource(world.clock()),
        new StateResource(exported, reset),
        new SessionsResource(forgetEverybody));
  }
}
