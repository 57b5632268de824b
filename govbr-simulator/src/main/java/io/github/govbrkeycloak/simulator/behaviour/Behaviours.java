package io.github.govbrkeycloak.simulator.behaviour;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Which behaviours are switched on. Safe to use from many requests at once. */
public final class Behaviours {

  private final Map<Behaviour, Activation> active = new ConcurrentHashMap<>();

  /** Switches a behaviour on, replacing its former activation. */
  public void activate(Behaviour behaviour, Activation activation) {
    active.put(behaviour, activation);
  }

  /** Switches a behaviour off. */
  public void deactivate(Behaviour behaviour) {
    active.remove(behaviour);
  }

  /** Back to what gov.br does. */
  public void deactivateAll() {
    active.clear();
  }

  /** How a behaviour is switched on, if it is. */
  public Optional<Activation> activation(Behaviour behaviour) {
    return Optional.ofNullable(active.get(behaviour));
  }

  /** Whether any behaviour is switched on at all. */
  public boolean anyActive() {
    return !active.isEmpty();
  }

  /**
   * Asks whether a behaviour acts on this call; if so it counts as one of its times.
   *
   * @return its parameters, or empty if it does not act
   */
  public Optional<Parameters> take(Behaviour behaviour, Call call) {
    AtomicReference<Parameters> taken = new AtomicReference<>();
    active.computeIfPresent(
        behaviour,
        (same, activation) -> {
          if (!activation.appliesTo(call)) {
            return activation;
          }
          taken.set(new Parameters(activation.parametros()));
          Activation rest = activation.once();
          return rest.isSpent() ? null : rest;
        });
    return Optional.ofNullable(taken.get());
  }

  /** Whether a behaviour acts on this call, where its parameters do not matter. */
  public boolean acts(Behaviour behaviour, Call call) {
    return take(behaviour, call).isPresent();
  }
}
