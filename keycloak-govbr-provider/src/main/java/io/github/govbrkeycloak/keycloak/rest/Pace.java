package io.github.govbrkeycloak.keycloak.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often something may be asked about one person, so that no application uses up what gov.br
 * grants to all. Counts each minute anew, on each server by itself, and forgets who it was.
 */
final class Pace {

  private final int perMinute;
  private final InstantSource clock;
  private volatile Minute minute;

  private record Minute(Instant start, Map<String, Integer> asked) {}

  Pace(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
    minute = begin(clock.instant());
  }

  private static Minute begin(Instant now) {
    return new Minute(now.truncatedTo(ChronoUnit.MINUTES), new ConcurrentHashMap<>());
  }

  /**
   * Counts a request.
   *
   * @param person about whom
   * @return how long to wait; empty when it may go on
   */
  Optional<Duration> count(String person) {
    Instant now = clock.instant();
    Minute current = minute;
    if (!now.truncatedTo(ChronoUnit.MINUTES).equals(current.start())) {
      current = begin(now);
      minute = current;
    }
    return current.asked().merge(person, 1, Integer::sum) <= perMinute
        ? Optional.empty()
        : Optional.of(Duration.between(now, current.start().plus(1, ChronoUnit.MINUTES)));
  }
}
