package io.github.govbrkeycloak.keycloak.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

  /** No answer of gov.br silences an API for longer. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private RetryAfter() {}

  /** How long to wait from now, within reason; empty when it is not readable. */
  static Optional<Duration> parse(String written, Instant now) {
    if (written == null) {
      return Optional.empty();
    }
    return asked(written.strip(), now)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
        .filter(wait -> !wait.isNegative() && !wait.isZero());
  }

  private static Optional<Duration> asked(String written, Instant now) {
    try {
      return Optional.of(
          written.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(written))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
