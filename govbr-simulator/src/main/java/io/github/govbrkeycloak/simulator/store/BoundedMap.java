package io.github.govbrkeycloak.simulator.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that nobody fills the memory with by asking again and again: beyond its bound the oldest
 * entry goes.
 */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;
  private static final int USUALLY = 20_000;

  private final int most;

  /** For something small. */
  public BoundedMap() {
    this(USUALLY);
  }

  /** For so many entries. */
  public BoundedMap(int most) {
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
