package io.github.govbrkeycloak.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A full name in Keycloak's two fields")
class PersonNameTest {

  @Test
  void is_the_same_name_again_when_both_are_joined() {
    PersonName name = PersonName.of("  Maria das Dores  de Souza e Silva ");
    assertThat(name.first()).isEqualTo("Maria");
    assertThat(name.others()).isEqualTo("das Dores  de Souza e Silva");
  }

  @Test
  void may_be_a_single_word() {
    assertThat(PersonName.of("Pelé")).isEqualTo(new PersonName("Pelé", ""));
  }
}
