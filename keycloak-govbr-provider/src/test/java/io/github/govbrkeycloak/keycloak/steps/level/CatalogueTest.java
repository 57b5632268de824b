package io.github.govbrkeycloak.keycloak.steps.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Nivel;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void is_asked_for_the_level_or_any_higher_one() {
    assertThat(Catalogue.levels(Nivel.PRATA)).isEqualTo("(2/3)");
  }

  @Test
  void is_asked_for_the_highest_level_by_its_number_alone() {
    assertThat(Catalogue.levels(Nivel.OURO)).isEqualTo("3");
  }
}
