package io.github.govbrkeycloak.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * What a {@link Load} saw.
 *
 * @param elapsed from the first beginning to the last end
 * @param durations how long each run took, shortest first
 */
public record Measurement(Duration elapsed, List<Duration> durations) {

  /** How many a minute. */
  public double perMinute() {
    return durations.size() * 60e9 / elapsed.toNanos();
  }

  /** What so many of a hundred runs took at most. */
  public Duration percentile(int percent) {
    int rank = (int) Math.ceil(durations.size() * percent / 100.0);
    return durations.get(Math.max(rank, 1) - 1);
  }
}
