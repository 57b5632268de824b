package io.github.govbrkeycloak.simulator.procuracao;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The days of a power of attorney begin and end at midnight in the capital. */
final class Brasilia {

  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(-3);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Brasilia() {}

  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), OFFSET);
  }

  /** The last second of a day. */
  static Instant endOf(LocalDate day) {
    return day.atTime(LocalTime.MAX).toInstant(OFFSET).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The day of an ISO 8601 instant, as people write it. */
  static String day(String instant) {
    return day(LocalDate.ofInstant(Instant.parse(instant), OFFSET));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
