package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.Measurement;
import java.time.Duration;

/**
 * Some logins in a row, and what they cost.
 *
 * @param seen by those who signed in
 * @param busy processor time of Keycloak and its database meanwhile
 * @param compiling the part of it that the JVM took to compile what it runs
 */
record Block(Measurement seen, Duration busy, Duration compiling) {

  /** Milliseconds of processor time for each login. */
  double cpuMillis() {
    return perLogin(busy);
  }

  /** The same without compiling, of which a server that has run for long does none. */
  double settledCpuMillis() {
    return perLogin(busy.minus(compiling));
  }

  private double perLogin(Duration time) {
    return time.toNanos() / 1e6 / seen.durations().size();
  }

  /** What half of the logins took at most, in milliseconds. */
  double p50() {
    return millis(50);
  }

  /** What nineteen of twenty logins took at most, in milliseconds. */
  double p95() {
    return millis(95);
  }

  /** How many a second. */
  double perSecond() {
    return seen.perMinute() / 60;
  }

  private double millis(int percent) {
    return seen.percentile(percent).toNanos() / 1e6;
  }
}
