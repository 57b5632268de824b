package io.github.govbrkeycloak.keycloak.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.claims.FactsDocument;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A path to a fact")
class FactPathTest {

  private static final Map<String, Object> FACTS = FactsDocument.of(Logins.OURO);

  private static List<String> at(String path) {
    return FactPath.parse(path).orElseThrow().in(FACTS);
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "cpf, 52998224725",
    "name, Fulana de Tal",
    "email, f@x.br",
    "email_verified, true",
    "nivel, ouro",
    "govbr.nivel, ouro",
    "selos.id, 801|602|999",
    "govbr_selos, 801|602|999",
    "selos.nome, certificado_digital|bb_internet_banking",
    "selos.nivel, ouro|prata",
    "selos[801].atualizado_em, 2025-08-19T16:41:24-03:00",
    "selos[certificado_digital].nivel, ouro",
    "selos[nivel=prata].id, 602",
    "selos[id=999].id, 999",
    "amr, mfa|otp|bank104",
    "cnpj, 12ABC34501DE35",
    "empresa.razao_social, EMPRESA LTDA",
    "autenticado_em, 2026-11-22T12:00:00Z"
  })
  void finds_the_values_at_its_end(String path, String values) {
    assertThat(at(path)).containsExactlyElementsOf(Arrays.asList(values.split("\\|")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "nome_social",
        "phone_number",
        "certificado.tipo",
        "representado.cpf",
        "selos[12345].nome",
        "selos[nivel=diamante].id",
        "selos[999].nome",
        "cpf.digitos",
        "nivel[ouro]",
        "nao_existe.nada"
      })
  void gives_nothing_for_what_is_not_known(String path) {
    assertThat(at(path)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"govbr", "selos", "empresa", "selos[801]"})
  void gives_no_value_for_an_object(String path) {
    assertThat(at(path)).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "nivel.",
        ".nivel",
        "selos[",
        "selos[]",
        "selos[=ouro]",
        "selos[nivel=]",
        "selos]801[",
        "selos[a[b]]",
        "selos.[801]",
        "nível",
        "${cpf}",
        "nivel; drop"
      })
  void is_refused_when_it_is_none(String path) {
    assertThat(FactPath.parse(path)).isEmpty();
  }

  @Test
  void is_refused_when_it_is_enormous() {
    assertThat(FactPath.parse("a".repeat(1_000_000))).isEmpty();
    assertThat(FactPath.parse("a" + "[b]".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest(name = "{0} needs {1}")
  @CsvSource({
    "nivel,",
    "acr,",
    "selos[801].atualizado_em,",
    "govbr_selos,",
    "govbr.selos.id,",
    "categorias, CATEGORIAS",
    "categorias[id=302].nome, CATEGORIAS",
    "empresa.atuacao, ATUACAO",
    "govbr.empresa.atuacao, ATUACAO",
    "empresa.cnpj,",
    "certificado.tipo, CERTIFICADO",
    "govbr.certificado.tipo, CERTIFICADO",
    "cpf,",
    "amr,",
    "nao_existe,"
  })
  void says_which_fact_must_be_known(String path, Fact fact) {
    assertThat(FactPath.parse(path).orElseThrow().neededFact())
        .isEqualTo(Optional.ofNullable(fact));
  }
}
