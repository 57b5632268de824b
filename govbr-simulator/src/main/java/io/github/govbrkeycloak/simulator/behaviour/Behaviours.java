package io.github.govbrkeycloak.simulator.behaviour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Which behaviours are switched on. The same behaviour may be switched on several times, for
 * different clients for instance; the newest that applies to a call acts. Safe to use from many
 * requests at once.
 */
public final class Behaviours {

  /**
   * A behaviour switched on.
   *
   * @param id to switch just this one off
   */
  public record Active(long id, Behaviour behaviour, Activation activation) {}

  private final AtomicLong lastId = new AtomicLong();

  /** Newest first. Never changed in place, so that asking needs no lock while nothing is on. */
  private volatile Map<Behaviour, List<Active>> active = Map.of();

  /** Switches a behaviour on, replacing all its former activations. */
  public Active activate(Behaviour behaviour, Activation activation) {
    synchronized (this) {
      deactivate(behaviour);
      return add(behaviour, activation);
    }
  }

  /** Switches a behaviour on, beside its former activations. */
  public synchronized Active add(Behaviour behaviour, Activation activation) {
    Active added = new Active(lastId.incrementAndGet(), behaviour, activation);
    List<Active> all = new ArrayList<>(of(behaviour));
    all.add(0, added);
    set(behaviour, all);
    return added;
  }

  /** Switches a behaviour off. */
  public synchronized void deactivate(Behaviour behaviour) {
    set(behaviour, List.of());
  }

  /** Switches one activation off; says whether it was on. */
  public synchronized boolean deactivate(long id) {
    Optional<Active> found = all().stream().filter(each -> each.id() == id).findFirst();
    found.ifPresent(
        each ->
            set(
                each.behaviour(),
                of(each.behaviour()).stream().filter(other -> other.id() != id).toList()));
    return found.isPresent();
  }

  /** Back to what gov.br does. */
  public synchronized void deactivateAll() {
    active = Map.of();
  }

  /** How a behaviour is switched on, newest first. */
  public List<Active> of(Behaviour behaviour) {
    return active.getOrDefault(behaviour, List.of());
  }

  /** Everything that is switched on. */
  public List<Active> all() {
    return active.values().stream().flatMap(Collection::stream).toList();
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
    return take(behaviour, call, anyParameters -> true);
  }

  /**
   * The same, for those activations only whose parameters are meant for what is being done.
   *
   * @return its parameters, or empty if it does not act
   */
  public Optional<Parameters> take(Behaviour behaviour, Call call, Predicate<Parameters> meant) {
    return of(behaviour).isEmpty() ? Optional.empty() : takeOne(behaviour, call, meant);
  }

  /** Whether a behaviour acts on this call, where its parameters do not matter. */
  public boolean acts(Behaviour behaviour, Call call) {
    return take(behaviour, call).isPresent();
  }

  private synchronized Optional<Parameters> takeOne(
      Behaviour behaviour, Call call, Predicate<Parameters> meant) {
    List<Active> all = new ArrayList<>(of(behaviour));
    for (int i = 0; i < all.size(); i++) {
      Active each = all.get(i);
      Parameters parameters = new Parameters(each.activation().parametros());
      if (each.activation().appliesTo(call) && meant.test(parameters)) {
        Activation rest = each.activation().once();
        if (rest.isSpent()) {
          all.remove(i);
        } else {
          all.set(i, new Active(each.id(), behaviour, rest));
        }
        set(behaviour, all);
        return Optional.of(parameters);
      }
    }
    return Optional.empty();
  }

  private void set(Behaviour behaviour, List<Active> activations) {
    Map<Behaviour, List<Active>> next = new EnumMap<>(Behaviour.class);
    next.putAll(active);
    if (activations.isEmpty()) {
      next.remove(behaviour);
    } else {
      next.put(behaviour, List.copyOf(activations));
    }
    active = Map.copyOf(next);
  }
}
