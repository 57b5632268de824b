package io.github.govbrkeycloak.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page that an application asks for")
class PageRequestTest {

  @Test
  void is_the_first_twenty_when_nothing_is_said() {
    assertThat(PageRequest.of(null, null, null)).contains(new PageRequest("", 1, 20));
    assertThat(PageRequest.of("", "", "")).contains(new PageRequest("", 1, 20));
  }

  @Test
  void is_what_was_asked_for() {
    assertThat(PageRequest.of("São João", "7", "100"))
        .contains(new PageRequest("São João", 7, 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+1", "1.5", "1e3", " 1", "١", "0x1", "99999999999999999999", "x", "'"})
  void is_none_when_a_number_is_not_a_plain_one(String hostile) {
    assertThat(PageRequest.of("", hostile, "20")).isEmpty();
    assertThat(PageRequest.of("", "1", hostile)).isEmpty();
  }

  @Test
  void is_none_when_it_is_too_large_or_looked_for_with_too_much() {
    assertThat(PageRequest.of("", "1", "101")).isEmpty();
    assertThat(PageRequest.of("x".repeat(101), "1", "20")).isEmpty();
  }
}
