package io.github.govbrkeycloak.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A category")
class CategoriaTest {

  @Test
  void is_one_of_the_eight_that_gov_br_published() {
    assertThat(Categoria.all())
        .extracting(Categoria::id)
        .containsExactly("101", "102", "201", "202", "203", "204", "301", "302");
    assertThat(Categoria.of("302 (certificado_digital)").title()).isEqualTo("Certificado digital");
    assertThat(Categoria.of("101").slug()).isEqualTo("carrosel_perguntas_previdencia");
    assertThat(Categoria.all()).allMatch(Categoria::isKnown);
  }

  @Test
  void that_is_new_or_missing_is_kept_as_unknown() {
    assertThat(Categoria.of("777"))
        .isEqualTo(new Categoria("777", "desconhecido", "Categoria 777"));
    assertThat(Categoria.of("777").isKnown()).isFalse();
    assertThat(Categoria.of(null).title()).isEqualTo("Categoria não informada");
  }
}
