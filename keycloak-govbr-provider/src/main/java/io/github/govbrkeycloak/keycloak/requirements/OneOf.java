package io.github.govbrkeycloak.keycloak.requirements;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A choice of which one is enough. "All of these" is one choice for each of them.
 *
 * @param items what there is to choose from, in the order in which it was demanded
 */
public record OneOf<T>(Set<T> items) {

  /**
   * @throws IllegalArgumentException when there is nothing to choose from: nobody could meet it
   */
  public OneOf {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("nothing to choose from");
    }
    items = Collections.unmodifiableSet(new LinkedHashSet<>(items));
  }

  /** One of these; no choice where there are none. */
  static <T> Set<OneOf<T>> any(Collection<T> items) {
    return items.isEmpty() ? Set.of() : Set.of(new OneOf<>(new LinkedHashSet<>(items)));
  }

  /** Each of these. */
  static <T> Set<OneOf<T>> all(Collection<T> items) {
    return items.stream()
        .map(item -> new OneOf<>(Set.of(item)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean isMet(Predicate<T> held) {
    return items.stream().anyMatch(held);
  }
}
