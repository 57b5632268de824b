package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The calls of ten logins")
class CallsTest {

  @Test
  void are_the_fewest_possible_with_one_or_two_readings_of_the_keys() {
    assertThat(Calls.isLeast(Map.of("authorize", 10L, "token", 10L), 10)).isTrue();
    assertThat(Calls.isLeast(Map.of("authorize", 10L, "token", 10L, "jwk", 2L), 10)).isTrue();
  }

  @Test
  void are_too_many_when_anything_else_is_asked() {
    assertThat(Calls.isLeast(Map.of("authorize", 10L, "token", 10L, "userinfo", 1L), 10)).isFalse();
    assertThat(Calls.isLeast(Map.of("authorize", 10L, "token", 11L), 10)).isFalse();
    assertThat(Calls.isLeast(Map.of("authorize", 10L, "token", 10L, "jwk", 3L), 10)).isFalse();
  }

  @Test
  void are_not_complete_when_one_is_missing() {
    assertThat(Calls.isLeast(Map.of("authorize", 10L, "token", 9L), 10)).isFalse();
  }
}
