package io.github.govbrkeycloak.keycloak.http;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * How long calls to gov.br take, as Keycloak publishes it: with buckets, because a mean hides the
 * few who wait long, and only buckets can be summed up over several servers.
 */
final class CallTimes {

  /** From what nobody notices to the longest that anybody waits, by way of the usual deadlines. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(1_500),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10)
  };

  private CallTimes() {}

  static void record(Api api, Outcome outcome, Duration taken) {
    Timer.builder("govbr.api")
        .description("Calls to gov.br")
        .tag("api", api.word())
        .tag("outcome", outcome.word())
        .serviceLevelObjectives(BUCKETS)
        .register(Metrics.globalRegistry)
        .record(taken);
  }
}
