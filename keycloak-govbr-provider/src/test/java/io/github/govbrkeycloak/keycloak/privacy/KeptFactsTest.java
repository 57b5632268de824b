package io.github.govbrkeycloak.keycloak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The facts that a session keeps")
class KeptFactsTest {

  private static final String NOTE =
      """
      {"version":1,"alias":"govbr","cpf":"52998224725","name":"Fulana","socialName":"Lana",
       "email":{"value":"f@x.br","verified":true},"phone":{"value":"61999","verified":true},
       "nivel":"ouro","selos":[{"id":"701"}],"amr":["passwd"],
       "company":{"cnpj":"12ABC34501DE35"},
       "extras":{"categories":[{"id":"302"}],"certificate":{"kind":"cloud"},
                 "represented":"11144477735"},
       "authenticatedAt":"2026-01-02T03:04:05Z"}
      """;

  private static final SessionFacts ALL = SessionFacts.fromNote(NOTE).orElseThrow();

  @Test
  void are_all_of_them_when_all_are_kept() {
    assertThat(new KeptFacts(EnumSet.allOf(FactGroup.class)).of(ALL)).isEqualTo(ALL);
  }

  @Test
  void are_who_asked_and_when_at_least() {
    assertThat(new KeptFacts(EnumSet.noneOf(FactGroup.class)).of(ALL).toNote())
        .contains("govbr", "2026-01-02T03:04:05Z")
        .doesNotContain("52998224725", "Fulana", "Lana", "f@x.br", "61999", "ouro", "701")
        .doesNotContain("passwd", "12ABC34501DE35", "302", "cloud", "11144477735");
  }

  @ParameterizedTest(name = "without {0}: no {1}")
  @CsvSource({
    "NIVEL, ouro",
    "SELOS, 701",
    "FATORES, passwd",
    "CPF, 52998224725",
    "NOME, Fulana",
    "NOME, Lana",
    "CONTATO, f@x.br",
    "CONTATO, 61999",
    "EMPRESA, 12ABC34501DE35",
    "CATEGORIAS, 302",
    "CERTIFICADO, cloud",
    "REPRESENTADO, 11144477735"
  })
  void lack_what_is_not_kept_and_nothing_else(FactGroup group, String value) {
    String note = new KeptFacts(EnumSet.complementOf(EnumSet.of(group))).of(ALL).toNote();
    assertThat(note).doesNotContain(value);
    assertThat(new KeptFacts(EnumSet.of(group)).of(ALL).toNote()).contains(value);
  }
}
