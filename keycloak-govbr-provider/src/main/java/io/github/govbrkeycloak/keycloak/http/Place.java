package io.github.govbrkeycloak.keycloak.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A place among those that wait for gov.br: whoever waits holds a thread of Keycloak. Given back
 * when it is closed.
 */
public final class Place implements AutoCloseable {

  private final List<Semaphore> taken;

  private Place(List<Semaphore> taken) {
    this.taken = taken;
  }

  /** Takes one of each, without waiting for any; empty when one has none left. */
  static Optional<Place> in(Semaphore... kinds) {
    List<Semaphore> wanted = List.of(kinds);
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).tryAcquire()) {
        wanted.subList(0, i).forEach(Semaphore::release);
        return Optional.empty();
      }
    }
    return Optional.of(new Place(wanted));
  }

  @Override
  public void close() {
    taken.forEach(Semaphore::release);
  }
}
