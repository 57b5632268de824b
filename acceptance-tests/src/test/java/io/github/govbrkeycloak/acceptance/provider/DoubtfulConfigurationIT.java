package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The check of an identity provider's configuration, where it has doubts,")
class DoubtfulConfigurationIT {

  private static final String LEVELS = "niveis";
  private static final String STEPS = "etapas";
  private static final String PASSWORD_STEP = "/authentication/required-actions/govbr-senha";

  private static GovBr govBr;
  private static CheckedRealm checked;

  @BeforeAll
  static void createRealm() {
    govBr = RunningSystem.get().govBr();
    govBr.behaveNormally();
    checked = CheckedRealm.create(RunningSystem.get(), "duvidas");
  }

  @AfterAll
  static void deleteRealm() {
    checked.realm().close();
  }

  @AfterEach
  void putBack() {
    govBr.behaveNormally();
    checked.putBack();
  }

  static Stream<Arguments> doubtfulSettings() {
    return Stream.of(
        Arguments.of(Map.of(".enabled", false), "provedor", "desligado"),
        Arguments.of(
            Map.of(".firstBrokerLoginFlowAlias", "first broker login"),
            "primeiraEntrada",
            "do-keycloak"),
        Arguments.of(Map.of(), "https", "teste"),
        Arguments.of(Map.of(), "lancador", "nenhum"),
        Arguments.of(Map.of("fatosGuardados", "selos##cpf"), "etapas", "despreparadas"));
  }

  @ParameterizedTest
  @MethodSource("doubtfulSettings")
  @DisplayName("is yellow for settings to look at")
  void isYellowForSettings(Map<String, ?> settings, String item, String which) {
    checked.put(settings);

    CheckedRealm.assertTold(checked.check(), CheckedRealm.YELLOW, item, which);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "fora-do-ar, descoberta, descoberta, sem-resposta",
    "conexao-reiniciada, descoberta, descoberta, sem-resposta",
    "corpo-enorme, descoberta, descoberta, sem-resposta",
    "corpo-nao-json, descoberta, descoberta, ilegivel",
    "corpo-vazio, descoberta, descoberta, ilegivel",
    "corpo-em-lista, descoberta, descoberta, ilegivel",
    "corpo-nao-json, token, escopos, incertos",
    "limite-de-chamadas, token, credencial, incerta",
  })
  @DisplayName("is yellow where it cannot know")
  void isYellowForDoubts(String behaviour, String endpoint, String item, String which) {
    govBr.behave(behaviour, Map.of("endpoint", endpoint));

    CheckedRealm.assertTold(checked.check(), CheckedRealm.YELLOW, item, which);
  }

  @Test
  @DisplayName("is yellow where no application gets the facts")
  void isYellowWithoutClaims() {
    CheckedRealm silent = CheckedRealm.create(RunningSystem.get(), "duvidas-sem-claims");
    try {
      for (JsonNode scope : silent.realm().admin().get("/client-scopes")) {
        if (scope.path("name").asText().startsWith("govbr")) {
          silent.realm().admin().delete("/client-scopes/" + scope.path("id").asText());
        }
      }

      CheckedRealm.assertTold(silent.check(), CheckedRealm.YELLOW, "claims", "nenhum");
    } finally {
      silent.realm().close();
    }
  }

  @Test
  @DisplayName("names SAML applications whose demands for a level Keycloak would pass over")
  void isYellowForSamlWithoutNamesOfLevels() {
    KeycloakAdmin admin = checked.realm().admin();
    admin.replaceClient("saml-surdo", saml("saml-surdo", Map.of()));
    admin.replaceClient(
        "saml-atento", saml("saml-atento", Map.of("acr.loa.map", "{\"urn:orgao:prata\": 2}")));
    try {
      JsonNode report = checked.check();

      CheckedRealm.assertTold(report, CheckedRealm.YELLOW, LEVELS, "saml-sem-nomes");
      assertThat(CheckedRealm.words(report, LEVELS))
          .contains("saml-surdo")
          .doesNotContain("saml-atento", OwnRealm.APPLICATION);

      nameLevelsInSaml("{\"prata\": \"urn:orgao:prata\"}");
      assertThat(CheckedRealm.verdict(checked.check(), LEVELS)).isEqualTo("verde ok");
    } finally {
      nameLevelsInSaml("{}");
      forget("saml-surdo", "saml-atento");
    }
  }

  @Test
  @DisplayName("is red for a SAML application whose minimum nobody knows any more")
  void isRedForUnknownMinimumOfSaml() {
    nameLevelsInSaml("{\"prata\": \"urn:orgao:prata\"}");
    checked
        .realm()
        .admin()
        .replaceClient(
            "saml-exigente", saml("saml-exigente", Map.of("minimum.acr.value", "urn:orgao:prata")));
    try {
      assertThat(CheckedRealm.verdict(checked.check(), "palavras")).isEqualTo("verde ok");

      nameLevelsInSaml("{}");

      JsonNode report = checked.check();
      CheckedRealm.assertTold(report, CheckedRealm.RED, "palavras", "desconhecidas");
      assertThat(CheckedRealm.words(report, "palavras")).contains("saml-exigente: urn:orgao:prata");
    } finally {
      forget("saml-exigente");
    }
  }

  private static void nameLevelsInSaml(String uris) {
    checked
        .realm()
        .admin()
        .put(
            "",
            Map.of(
                "attributes",
                Map.of(
                    "acr.loa.map",
                    "{\"bronze\": 1, \"prata\": 2, \"ouro\": 3}",
                    "acr.uri.map",
                    uris)));
  }

  private static Map<String, ?> saml(String clientId, Map<String, String> attributes) {
    return Map.of("clientId", clientId, "protocol", "saml", "attributes", attributes);
  }

  private static void forget(String... clientIds) {
    KeycloakAdmin admin = checked.realm().admin();
    for (String clientId : clientIds) {
      JsonNode client = admin.get("/clients?clientId=" + clientId).path(0);
      admin.delete("/clients/" + client.path("id").asText());
    }
  }

  @Test
  @DisplayName("is yellow for another address in gov.br's discovery")
  void isYellowForAnotherAddress() {
    govBr.behave(
        "campo-trocado",
        Map.of(
            "endpoint",
            "descoberta",
            "parametros",
            Map.of("nome", "token_endpoint", "valor", "https://outro.exemplo/token")));

    CheckedRealm.assertTold(checked.check(), CheckedRealm.YELLOW, "descoberta", "enderecos");
  }

  @Test
  @DisplayName("shows nothing unfit of what gov.br says")
  void showsNothingUnfit() {
    govBr.behave(
        "campo-trocado",
        Map.of(
            "endpoint",
            "descoberta",
            "parametros",
            Map.of("nome", "issuer", "valor", "a".repeat(5000))));

    JsonNode report = checked.check();

    CheckedRealm.assertTold(report, CheckedRealm.RED, "descoberta", "emissor");
    assertThat(report.toString()).doesNotContain("aaaa");
  }

  @Test
  @DisplayName("names the steps that this provider cannot do, and no other")
  void namesUnpreparedSteps() {
    checked.put(Map.of("fatosGuardados", "selos##cpf##representado"));

    JsonNode report = checked.check();

    CheckedRealm.assertTold(report, CheckedRealm.YELLOW, STEPS, "despreparadas");
    assertThat(CheckedRealm.words(report, STEPS))
        .contains("govbr-nivel", "govbr-empresa", "govbr-senha")
        .doesNotContain("govbr-procuracao");
  }

  @Test
  @DisplayName("names the steps that the realm has not enabled, and no other")
  void namesStepsNotEnabled() {
    checked.put(Map.of("defaultScope", "openid govbr_confiabilidades govbr_empresa"));
    KeycloakAdmin admin = checked.realm().admin();
    ObjectNode password = admin.get(PASSWORD_STEP).deepCopy();
    try {
      admin.put(PASSWORD_STEP, password.put("enabled", false));

      JsonNode report = checked.check();

      CheckedRealm.assertTold(report, CheckedRealm.YELLOW, STEPS, "desligadas");
      assertThat(CheckedRealm.words(report, STEPS))
          .contains("govbr-senha")
          .doesNotContain("govbr-nivel", "govbr-empresa", "govbr-procuracao");
    } finally {
      admin.put(PASSWORD_STEP, password.put("enabled", true));
    }
  }

  @Test
  @DisplayName("has no doubt of steps that can be done")
  void isGreenForSteps() {
    JsonNode report =
        RunningSystem.get().keycloakAdmin().inRealm("orgao").get("/govbr-conferir/govbr");

    assertThat(CheckedRealm.verdict(report, STEPS)).isEqualTo("verde ok");
  }
}
