package io.github.govbrkeycloak.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A seal")
class SeloTest {

  @Test
  void is_one_of_the_thirty_that_gov_br_publishes() {
    assertThat(Selo.all()).hasSize(30);
    assertThat(Selo.all()).extracting(Selo::id).doesNotHaveDuplicates().isSorted();
    assertThat(Selo.all()).extracting(Selo::slug).doesNotHaveDuplicates();
    assertThat(Selo.all())
        .extracting(Selo::title)
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
    assertThat(Selo.all()).allMatch(selo -> selo.nivel().isKnown()).allMatch(Selo::isKnown);
  }

  @ParameterizedTest
  @CsvSource({
    "101, kba_previdencia, bronze",
    "201, cadastro_basico, bronze",
    "301, servidor_publico, prata",
    "401, biovalid_facial, prata",
    "501, balcao_sat_previdencia, bronze",
    "504, balcao, bronze",
    "601, balcao_nai_previdencia, bronze",
    "605, cef_internet_banking, prata",
    "618, mercantil_internet_banking, prata",
    "630, bmg_internet_banking, prata",
    "701, tse_facial, ouro",
    "702, biometria_digital, ouro",
    "801, certificado_digital, ouro",
    "901, cin_facial, ouro"
  })
  void gives_the_level_of_gov_br_s_table(String id, String slug, String nivel) {
    Selo selo = Selo.of(id);

    assertThat(selo.slug()).isEqualTo(slug);
    assertThat(selo.nivel().name()).isEqualTo(nivel);
  }

  @Test
  void is_known_with_the_explanation_that_gov_br_s_document_prints_behind_the_id() {
    assertThat(Selo.of("801 (certificado_digital)")).isEqualTo(Selo.of("801"));
    assertThat(Selo.of(" 801 ")).isEqualTo(Selo.of("801"));
  }

  @Test
  void that_is_new_is_kept_with_an_unknown_level() {
    Selo selo = Selo.of("999");

    assertThat(selo.id()).isEqualTo("999");
    assertThat(selo.slug()).isEqualTo("desconhecido");
    assertThat(selo.title()).isEqualTo("Selo 999");
    assertThat(selo.nivel().isKnown()).isFalse();
    assertThat(selo.isKnown()).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "(certificado_digital)"})
  void without_an_id_is_unknown(String id) {
    assertThat(Selo.of(id).id()).isEmpty();
    assertThat(Selo.of(id).title()).isEqualTo("Selo não informado");
    assertThat(Selo.of(id).isKnown()).isFalse();
  }

  @Test
  void from_a_hostile_source_stays_short() {
    assertThat(Selo.of("9".repeat(20_000_000)).id()).hasSize(64);
  }
}
