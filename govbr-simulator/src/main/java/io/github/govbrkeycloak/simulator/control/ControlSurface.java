package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The control addresses. Behaviours and the call log do not reach them. */
public final class ControlSurface {

  private final World world;
  private final CallLog calls;
  private final List<Endpoint> endpoints;
  private final Runnable forgetEverybody;

  /**
   * Steers this world.
   *
   * @param endpoints all addresses a behaviour can be limited to
   * @param forgetEverybody ends all sessions and logins and takes back all consents
   */
  public ControlSurface(
      World world, CallLog calls, List<Endpoint> endpoints, Runnable forgetEverybody) {
    this.world = world;
    this.calls = calls;
    this.endpoints = List.copyOf(endpoints);
    this.forgetEverybody = forgetEverybody;
  }

  /** The resource objects. */
  public List<Object> resources() {
    Set<String> names =
        endpoints.stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new));
    return List.of(
        new StartPageResource(world),
        new HealthResource(),
        new PersonasResource(world.personas()),
        new ClientsResource(world.clients()),
        new BehavioursResource(world, names),
        new CallsResource(calls),
        new SessionsResource(forgetEverybody));
  }
}
