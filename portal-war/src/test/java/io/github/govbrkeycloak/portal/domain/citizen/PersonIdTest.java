package io.github.govbrkeycloak.portal.domain.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"0b5ae8a4-3b5c-4b36-9a52-6d1f3f7f1c11", "f:ldap:joão silva"})
  void is_whatever_keycloak_calls_an_account(String sub) {
    assertThat(new PersonId(sub).value()).isEqualTo(sub);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b"})
  void is_nothing_that_could_forge_a_line_of_a_log(String sub) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(sub));
  }
}
