package io.github.govbrkeycloak.keycloak.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How often something may be asked about one person, so that no application uses up what gov.br
 * grants to all. Counts each minute anew, on each server by itself, and forgets who it was.
 */
final class Pace {

  private final int perMinute;
  private final InstantSource clock;
  private final AtomicReference<Minute> minute;

  private record Minute(Instant start, Map<String, Integer> asked) {

    static Minute of(Instant now) {
      return new Minute(now.truncatedTo(ChronoUnit.MINUTES), new ConcurrentHashMap<>());
    }

    /**
     * Goes on with this minute while it lasts: of many that find it over only one begins the next.
     */
    Minute at(Instant now) {
      Instant current = now.truncatedTo(ChronoUnit.MINUTES);
      // Whoever read the clock just before the next minute began counts in that one.
      boolean isCurrent =
          start.equals(current) || start.equals(current.plus(1, ChronoUnit.MINUTES));
      return isCurrent ? this : of(now);
    }
  }

  Pace(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
    minute = new AtomicReference<>(Minute.of(clock.instant()));
  }

  /**
   * Counts a request.
   *
   * @param person about whom
   * @return how long to wait; empty when it may go on
   */
  Optional<Duration> count(String person) {
    Instant now = clock.instant();
    Minute current = minute.updateAndGet(last -> last.at(now));
    return current.asked().merge(person, 1, Integer::sum) <= perMinute
        ? Optional.empty()
        : Optional.of(Duration.between(now, current.start().plus(1, ChronoUnit.MINUTES)));
  }
}
