package io.github.govbrkeycloak.keycloak.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("How old the login before a step may be")
class StepActionTest {

  /** As Keycloak decides: in seconds, and in an {@code int}, which overflows in 2038. */
  private static boolean isTooOld(Instant login, Instant now) {
    int sum = (int) login.getEpochSecond() + StepAction.ANY_AGE;
    return sum < now.getEpochSecond();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-25T10:00:00Z", "2030-02-28T23:59:59Z", "2036-12-31T23:59:59Z"})
  void is_not_too_old_after_any_time_that_a_session_lasts(Instant now) {
    assertThat(isTooOld(now, now)).isFalse();
    assertThat(isTooOld(now.minus(Duration.ofSeconds(301)), now)).isFalse();
    assertThat(isTooOld(now.minus(Duration.ofDays(364)), now)).isFalse();
  }
}
