package io.github.govbrkeycloak.model;

import static io.github.govbrkeycloak.model.Nivel.BRONZE;
import static io.github.govbrkeycloak.model.Nivel.OURO;
import static io.github.govbrkeycloak.model.Nivel.PRATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A level")
class NivelTest {

  @ParameterizedTest
  @CsvSource({
    "bronze, bronze", "1, bronze", "1 (Bronze), bronze", "conta_basica, bronze", "basica, bronze",
    "silver, prata", "prata, prata", "2, prata", "2 (Prata), prata", "conta_verificada, prata",
    "gold, ouro", "ouro, ouro", "3, ouro", "3 (Ouro), ouro", "conta_comprovada, ouro",
    "GOLD, ouro", "' silver ', prata", "verificada, prata", "comprovada, ouro"
  })
  void is_known_by_every_name_gov_br_has_used(String raw, String name) {
    assertThat(Nivel.of(raw).name()).isEqualTo(name);
    assertThat(Nivel.of(raw).isKnown()).isTrue();
  }

  @Test
  void has_a_name_for_each_side() {
    assertThat(Nivel.all())
        .extracting(Nivel::id, Nivel::name, Nivel::wireName, Nivel::title, Nivel::rank)
        .containsExactly(
            tuple("1", "bronze", "bronze", "Bronze", 1),
            tuple("2", "prata", "silver", "Prata", 2),
            tuple("3", "ouro", "gold", "Ouro", 3));
  }

  @Test
  void is_ordered_with_the_unknown_one_lowest() {
    Nivel platinum = Nivel.of("platinum");

    assertThat(Stream.of(OURO, platinum, BRONZE, PRATA).sorted())
        .containsExactly(platinum, BRONZE, PRATA, OURO);
  }

  @Test
  void meets_a_requirement_of_its_own_rank_or_a_lower_one() {
    assertThat(OURO.isAtLeast(PRATA)).isTrue();
    assertThat(PRATA.isAtLeast(PRATA)).isTrue();
    assertThat(BRONZE.isAtLeast(PRATA)).isFalse();
  }

  @Test
  void that_is_unknown_is_kept_by_name_and_meets_no_requirement() {
    Nivel platinum = Nivel.of("platinum");

    assertThat(platinum.name()).isEqualTo("platinum");
    assertThat(platinum.title()).isEqualTo("platinum");
    assertThat(platinum.isKnown()).isFalse();
    assertThat(platinum.rank()).isZero();
    assertThat(platinum.isAtLeast(BRONZE)).isFalse();
    assertThat(platinum).isEqualTo(Nivel.of("platinum")).isNotEqualTo(Nivel.of("diamond"));
  }

  @Test
  void is_never_high_enough_for_a_requirement_nobody_knows() {
    assertThat(OURO.isAtLeast(Nivel.of("outro"))).isFalse();
    assertThat(Nivel.of("outro").isAtLeast(Nivel.of("outro"))).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\u0000", "\u200b"})
  void that_was_not_told_is_unknown(String raw) {
    assertThat(Nivel.of(raw).name()).isEqualTo("desconhecido");
    assertThat(Nivel.of(raw).isKnown()).isFalse();
  }

  @Test
  void from_a_hostile_source_cannot_forge_a_log_line_or_fill_the_memory() {
    assertThat(Nivel.of("gold\r\nINFO all is well").name()).isEqualTo("goldINFO all is well");
    assertThat(Nivel.of("x".repeat(20_000_000)).name()).hasSize(64);
    assertThat(Nivel.of("😀".repeat(1_000)).name()).isEqualTo("😀".repeat(64));
  }
}
