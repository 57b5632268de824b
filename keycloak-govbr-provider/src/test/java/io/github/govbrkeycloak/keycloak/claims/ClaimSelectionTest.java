package io.github.govbrkeycloak.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.govbrkeycloak.keycloak.config.Told;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The choice of claims")
class ClaimSelectionTest {

  private static final GovBrClaims CLAIMS =
      new GovBrClaims(
          SessionFacts.fromNote(
                  """
                  {"version": 1, "alias": "govbr", "cpf": "52998224725", "name": "Fulana de Tal",
                   "socialName": "Fulana", "email": {"value": "f@x.br", "verified": true},
                   "phone": {"value": "61999999999", "verified": true}, "nivel": "ouro",
                   "selos": [{"id": "801"}], "amr": ["passwd"],
                   "company": {"cnpj": "12ABC34501DE35", "name": "EMPRESA LTDA", "role": "SOCIO"},
                   "extras": {"categories": [{"id": "302"}], "represented": "11144477735",
                     "certificate": {"kind": "cloud", "provider": "neoid"}},
                   "authenticatedAt": "2026-11-22T12:00:00Z"}
                  """)
              .orElseThrow());

  private static ClaimSelection selection(String dados) {
    return ClaimSelection.of(dados == null ? Map.of() : Map.of("dados", dados));
  }

  private static Map<String, Object> written(String dados) {
    return selection(dados).of(CLAIMS.custom(), CLAIMS.govbr());
  }

  @ParameterizedTest(name = "{0}: {1}, in govbr: {2}")
  @CsvSource({
    "nivel,       govbr govbr_nivel,   nivel",
    "selos,       govbr govbr_selos,   selos",
    "fatores,     amr,                 ''",
    "cpf,         cpf,                 ''",
    "nome,        nome_social,         ''",
    "contato,     '',                  ''",
    "empresa,     cnpj govbr,          empresa",
    "categorias,  govbr,               categorias",
    "certificado, govbr,               certificado",
    "representado, govbr,              representado",
    "entrada,     govbr,               autenticado_em",
    "nivel##cpf,  cpf govbr govbr_nivel, nivel",
    "'nivel, cpf', cpf govbr govbr_nivel, nivel",
    "nível,       '',                  ''"
  })
  void gives_what_was_chosen_and_nothing_else(String dados, String claims, String members) {
    Map<String, Object> written = written(dados);
    assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(words(claims));
    Map<?, ?> govbr = (Map<?, ?>) written.getOrDefault("govbr", Map.of());
    assertThat(govbr.keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrderElementsOf(words(members));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      value = {"null", "''", "##", "' '"},
      nullValues = "null")
  void is_everything_when_nothing_was_chosen(String dados) {
    assertThat(written(dados)).isEqualTo(CLAIMS.custom());
    assertThat(selection(dados).has("acr")).isTrue();
  }

  @Test
  void knows_every_claim_of_the_contract() {
    List<String> grouped =
        Stream.of(ClaimGroup.values()).flatMap(group -> group.claims().stream()).toList();
    Stream<String> members = CLAIMS.govbr().keySet().stream().map(member -> "govbr." + member);
    assertThat(grouped)
        .doesNotHaveDuplicates()
        .contains("acr")
        .containsAll(CLAIMS.standard().keySet())
        .containsAll(CLAIMS.custom().keySet().stream().filter(c -> !c.equals("govbr")).toList())
        .containsAll(members.toList())
        .containsAll(CLAIMS.flat().keySet());
  }

  @Test
  void marks_on_its_page_what_saml_has() throws IOException {
    Set<String> marked = new TreeSet<>();
    Matcher row =
        Pattern.compile("^\\| `([^`]+)` \\|.*\\| (?:sim|`([^`]+)`) \\|$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../docs/contrato-de-claims.md")));
    while (row.find()) {
      marked.add(row.group(2) == null ? row.group(1) : row.group(2));
    }
    assertThat(marked).isEqualTo(CLAIMS.flat().keySet());
  }

  @Test
  void says_what_it_costs() {
    assertThat(selection("cpf##fatores##nivel##empresa").neededFacts()).isEmpty();
    assertThat(selection("categorias").neededFacts()).containsExactly(Fact.CATEGORIAS);
    assertThat(selection(null).neededFacts()).isEmpty();
    assertThat(ClaimedFacts.in(Map.of("dados", "categorias", "fatos", "certificado")))
        .containsExactlyInAnyOrder(Fact.CATEGORIAS, Fact.CERTIFICADO);
  }

  @Test
  void is_refused_with_a_sentence_when_a_group_does_not_exist() {
    assertThatCode(() -> ClaimSelection.validate(Map.of("dados", "nivel##cpf")))
        .doesNotThrowAnyException();
    assertThat(Told.inPortuguese(() -> ClaimSelection.validate(Map.of("dados", "nível"))))
        .startsWith("Dados: escolha entre nivel, selos");
  }
}
