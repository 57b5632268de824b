package io.github.govbrkeycloak.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** What time it is at the simulated gov.br: real, shifted, or stopped. */
public final class SimulatedClock extends Clock {

  private record Reading(Instant stoppedAt, Duration shift) {}

  private static final Reading REAL = new Reading(null, Duration.ZERO);

  private final Clock real;
  private final Reading atStart;
  private volatile Reading reading;

  /**
   * Follows a clock until told otherwise.
   *
   * @param stoppedAt where to stand still from the start; if empty, it goes on
   */
  public SimulatedClock(Clock real, Optional<Instant> stoppedAt) {
    this.real = real;
    atStart = stoppedAt.map(instant -> new Reading(instant, Duration.ZERO)).orElse(REAL);
    reading = atStart;
  }

  /** Stops at an instant. */
  public void stopAt(Instant instant) {
    reading = new Reading(instant, Duration.ZERO);
  }

  /** Goes on, so much ahead of the real time, or behind it if negative. */
  public void shift(Duration ahead) {
    reading = new Reading(null, ahead);
  }

  /** Back to the real time, or to where it began standing still. */
  public void follow() {
    reading = atStart;
  }

  /** Where it stands still, if it does. */
  public Optional<Instant> stoppedAt() {
    return Optional.ofNullable(reading.stoppedAt());
  }

  /** How far ahead of the real time it runs. */
  public Duration shift() {
    return reading.shift();
  }

  @Override
  public Instant instant() {
    Reading now = reading;
    return now.stoppedAt() == null ? real.instant().plus(now.shift()) : now.stoppedAt();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the simulator's clock is in UTC");
  }
}
