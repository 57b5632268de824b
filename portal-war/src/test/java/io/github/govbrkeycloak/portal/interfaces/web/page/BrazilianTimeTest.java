package io.github.govbrkeycloak.portal.interfaces.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrazilianTimeTest {

  @Test
  void times_are_those_of_brasilia() {
    Instant afterMidnightInLondon = Instant.parse("2026-11-22T01:05:59Z");

    assertThat(BrazilianTime.minute(afterMidnightInLondon)).isEqualTo("21/11/2026 às 22:05");
    assertThat(BrazilianTime.day(afterMidnightInLondon)).isEqualTo("21/11/2026");
  }
}
