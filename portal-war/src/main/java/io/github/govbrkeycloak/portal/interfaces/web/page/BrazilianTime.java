package io.github.govbrkeycloak.portal.interfaces.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people in Brazil read them: the official time of Brasília. */
final class BrazilianTime {

  private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
  private static final Locale PT_BR = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy 'às' HH:mm", PT_BR).withZone(BRASILIA);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", PT_BR).withZone(BRASILIA);

  private BrazilianTime() {}

  /** For example {@code 22/11/2026 às 10:15}. */
  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** For example {@code 22/11/2026}. */
  static String day(Instant instant) {
    return DAY.format(instant);
  }
}
