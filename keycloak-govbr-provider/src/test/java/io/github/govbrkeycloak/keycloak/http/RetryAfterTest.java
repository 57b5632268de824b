package io.github.govbrkeycloak.keycloak.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Retry-After")
class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void is_seconds_or_a_date() {
    assertThat(RetryAfter.parse("60", NOW)).contains(Duration.ofSeconds(60));
    assertThat(RetryAfter.parse(" Wed, 25 Nov 2026 12:01:30 GMT ", NOW))
        .contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "Fri, 01 Jan 2100 00:00:00 GMT"})
  void never_silences_an_api_for_long(String written) {
    assertThat(RetryAfter.parse(written, NOW)).contains(RetryAfter.LONGEST);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "0", "-5", "soon", "1e9", "99999999999999", "Wed, 25 Nov 2020 12:00:00 GMT"})
  void is_ignored_when_it_says_nothing_sensible(String written) {
    assertThat(RetryAfter.parse(written, NOW)).isEmpty();
  }
}
