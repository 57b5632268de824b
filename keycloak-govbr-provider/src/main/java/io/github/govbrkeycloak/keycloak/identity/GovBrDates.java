package io.github.govbrkeycloak.keycloak.identity;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * gov.br's dates: ISO 8601 with an offset that lacks its colon; its older documents print neither
 * {@code T} nor offset (roteiro, "Passo 9" and "Passo 13").
 */
public final class GovBrDates {

  private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter();

  private GovBrDates() {}

  /** Reads a date; empty when it is not readable. */
  public static Optional<OffsetDateTime> parse(String written) {
    try {
      TemporalAccessor date = FORMAT.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          date instanceof LocalDateTime local
              ? local.atZone(BRASILIA).toOffsetDateTime()
              : (OffsetDateTime) date);
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
