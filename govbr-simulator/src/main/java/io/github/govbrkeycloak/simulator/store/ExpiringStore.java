package io.github.govbrkeycloak.simulator.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Values that live for a while, the latest of them. */
public final class ExpiringStore<V> {

  private record Kept<V>(V value, Instant until) {}

  private final Duration lifetime;
  private final Clock clock;
  private final Map<String, Kept<V>> kept;

  /** Keeps each value that long. */
  public ExpiringStore(Duration lifetime, Clock clock) {
    this(lifetime, clock, new BoundedMap<>());
  }

  /** Keeps each value that long, and not more than so many. */
  public ExpiringStore(Duration lifetime, Clock clock, int most) {
    this(lifetime, clock, new BoundedMap<>(most));
  }

  private ExpiringStore(Duration lifetime, Clock clock, Map<String, Kept<V>> kept) {
    this.lifetime = lifetime;
    this.clock = clock;
    this.kept = kept;
  }

  /** Keeps a value under a key, in place of the former one. */
  public synchronized void put(String key, V value) {
    kept.put(key, new Kept<>(value, clock.instant().plus(lifetime)));
  }

  /** The value, if there is one that has not expired; {@code null} is no key. */
  public synchronized Optional<V> get(String key) {
    return live(kept.get(key));
  }

  /** Takes the value out, so that nobody gets it again. */
  public synchronized Optional<V> remove(String key) {
    return live(kept.remove(key));
  }

  /** Forgets all. */
  public synchronized void clear() {
    kept.clear();
  }

  private Optional<V> live(Kept<V> entry) {
    return Optional.ofNullable(entry)
        .filter(found -> clock.instant().isBefore(found.until()))
        .map(Kept::value);
  }
}
