package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of an identity provider's configuration")
class ConfigurationCheckIT {

  private static final String REALM = "conferencia";
  private static final String CHECK = "/govbr-conferir/govbr";

  private static RunningSystem system;
  private static GovBr govBr;
  private static CheckedRealm checked;
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    govBr = system.govBr();
    govBr.behaveNormally();
    checked = CheckedRealm.create(system, REALM);
    realm = checked.realm();
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @AfterEach
  void putBack() {
    govBr.behaveNormally();
    govBr.followTheClock();
    checked.putBack();
  }

  @Test
  @DisplayName("finds nothing wrong where logins work, and says what to register")
  void findsNothingWrong() {
    JsonNode report = checked.check();

    assertThat(report.path("itens"))
        .extracting(line -> line.path("situacao").asText())
        .doesNotContain(CheckedRealm.RED);
    assertThat(report.path("enderecos"))
        .extracting(line -> line.path("campo").asText() + " " + line.path("endereco").asText())
        .contains(
            "retorno " + realm.url() + "/broker/govbr/endpoint",
            "catalogo " + realm.url() + "/broker/govbr/endpoint",
            "logout " + realm.url() + "/broker/govbr/endpoint/logout_response");
    assertThat(PlainLogin.into(system, realm).as("cin").isReached()).isTrue();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "conexao-reiniciada, jwk, chaves, sem-resposta",
    "fora-do-ar, jwk, chaves, sem-resposta",
    "lista-vazia, jwk, chaves, inuteis",
    "corpo-nao-json, jwk, chaves, inuteis",
    "fora-do-ar, token, credencial, sem-resposta",
    "corpo-enorme, token, credencial, sem-resposta",
    "fora-do-ar, logout, saida, sem-resposta",
  })
  @DisplayName("is red for what gov.br does wrong")
  void isRedForFaults(String behaviour, String endpoint, String item, String which) {
    govBr.behave(behaviour, Map.of("endpoint", endpoint));

    JsonNode report = checked.check();

    CheckedRealm.assertTold(report, CheckedRealm.RED, item, which);
    assertThat(report.path("situacao").asText()).isEqualTo(CheckedRealm.RED);
  }

  static Stream<Arguments> wrongSettings() {
    return Stream.of(
        Arguments.of(
            Map.of("urlEmissor", RunningSystem.get().simulatorUrl()), "descoberta", "emissor"),
        Arguments.of(Map.of("clientId", "nao-registrado"), "credencial", "recusada"),
        Arguments.of(Map.of("clientSecret", "segredo-errado"), "credencial", "recusada"),
        Arguments.of(Map.of("clientId", ""), "credencial", "sem-identificador"),
        Arguments.of(Map.of("clientSecret", "${vault.nenhum}"), "credencial", "sem-segredo"),
        Arguments.of(Map.of("defaultScope", "openid govbr_inventado"), "escopos", "nao-liberados"),
        Arguments.of(
            Map.of("clienteRevalidacao", "orgao/x", "segredoRevalidacao", "${vault.nenhum}"),
            "senha",
            "sem-segredo"),
        Arguments.of(Map.of("ambiente", "producao"), "https", "sem"),
        Arguments.of(Map.of("ambiente", "homologacao"), "https", "sem"));
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  @DisplayName("is red for settings that cannot work")
  void isRedForSettings(Map<String, String> settings, String item, String which) {
    checked.put(settings);

    CheckedRealm.assertTold(checked.check(), CheckedRealm.RED, item, which);
  }

  @Test
  @DisplayName("names the address of the password confirmation where that is configured")
  void namesTheAddressOfThePasswordConfirmation() {
    checked.put(Map.of("clienteRevalidacao", "orgao/x", "segredoRevalidacao", "${vault.nenhum}"));

    assertThat(checked.check().path("enderecos"))
        .extracting(line -> line.path("campo").asText() + " " + line.path("endereco").asText())
        .contains("senha " + realm.url() + "/broker/govbr/endpoint/revalidacao");
  }

  @Test
  @DisplayName("names an application's address as one that gov.br may start at")
  void namesTheAddressThatGovBrMayStartAt() {
    realm
        .admin()
        .replaceClient(
            "com-inicio",
            Map.of(
                "clientId", "com-inicio",
                "publicClient", true,
                "rootUrl", "https://servico.exemplo.gov.br",
                "baseUrl", "/entrar"));

    JsonNode report = checked.check();
    realm.admin().replaceClient("com-inicio", Map.of("clientId", "com-inicio"));

    assertThat(CheckedRealm.verdict(report, "lancador")).isEqualTo("verde ok");
    assertThat(report.path("enderecos"))
        .filteredOn(line -> line.path("campo").asText().equals("lancador"))
        .extracting(line -> line.path("endereco").asText())
        .containsExactly("https://servico.exemplo.gov.br/entrar");
    assertThat(CheckedRealm.verdict(checked.check(), "lancador")).isEqualTo("amarelo nenhum");
  }

  @Test
  @DisplayName("is red for a clock that differs more than logins forgive, and yellow for half")
  void isRedForTheClock() {
    govBr.setClock(Duration.ofMinutes(5));
    CheckedRealm.assertTold(checked.check(), CheckedRealm.RED, "relogio", "errado");

    govBr.setClock(Duration.ofMinutes(-5));
    CheckedRealm.assertTold(checked.check(), CheckedRealm.RED, "relogio", "errado");

    govBr.setClock(Duration.ofSeconds(23));
    CheckedRealm.assertTold(checked.check(), CheckedRealm.YELLOW, "relogio", "quase");
  }

  @Test
  @DisplayName("is red when the vault has lost the key of pseudonyms")
  void isRedForALostKey() throws IOException {
    Path key = system.dataFile("vault/" + REALM + "_chave");
    Files.writeString(key, "uma-chave-de-teste-com-mais-de-trinta-e-dois-caracteres");
    checked.put(Map.of("chavePseudonimo", "${vault.chave}", "chavePseudonimoId", "a"));
    String before = CheckedRealm.verdict(checked.check(), "pseudonimo");

    Files.delete(key);

    assertThat(before).isEqualTo("not told");
    CheckedRealm.assertTold(checked.check(), CheckedRealm.RED, "pseudonimo", "sem-chave");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};niveis;faltam",
        "not json;niveis;faltam",
        "{\"bronze\":1,\"prata\":2};niveis;faltam",
        "{\"bronze\":1,\"prata\":3,\"ouro\":2};niveis;ordem",
        "{\"bronze\":1,\"prata\":1,\"ouro\":1};niveis;ordem"
      })
  @DisplayName("is red for levels that applications cannot ask for")
  void isRedForLevels(String numbers, String item, String which) {
    realm.admin().put("", levels(numbers));

    CheckedRealm.assertTold(checked.check(), CheckedRealm.RED, item, which);
  }

  private static Map<String, ?> levels(String numbers) {
    return Map.of("attributes", Map.of("acr.loa.map", numbers));
  }

  @Test
  @DisplayName("is red for demands in words that nobody knows")
  void isRedForUnknownWords() {
    realm.admin().put("", levels("{\"prata\":2,\"diamante\":4}"));
    realm
        .admin()
        .replaceClient(
            "exigente",
            Map.of(
                "clientId",
                "exigente",
                "publicClient",
                true,
                "attributes",
                Map.of("minimum.acr.value", "diamante", "default.acr.values", "prata")));
    checked.putBack();

    JsonNode report = checked.check();
    realm.admin().replaceClient("exigente", Map.of("clientId", "exigente", "publicClient", true));

    CheckedRealm.assertTold(report, CheckedRealm.RED, "palavras", "desconhecidas");
    assertThat(report.toString()).contains("exigente: diamante").doesNotContain("exigente: prata");
    assertThat(CheckedRealm.verdict(checked.check(), "palavras")).isEqualTo("verde ok");
  }

  @Test
  @DisplayName("ends, with a line for each call, when gov.br answers nothing at all")
  void endsWhenNothingAnswers() {
    govBr.behave("nunca-responde", Map.of());

    JsonNode report = checked.check();

    assertThat(List.of("chaves", "credencial", "saida"))
        .allSatisfy(
            item -> CheckedRealm.assertTold(report, CheckedRealm.RED, item, "sem-resposta"));
    CheckedRealm.assertTold(report, CheckedRealm.YELLOW, "descoberta", "sem-resposta");
    CheckedRealm.assertTold(report, CheckedRealm.YELLOW, "escopos", "incertos");
    CheckedRealm.assertTold(report, CheckedRealm.YELLOW, "relogio", "incerto");
  }

  @Test
  @DisplayName("is only for those who may change the realm's identity providers")
  void isForItsAdministratorsOnly() {
    String address = system.keycloakUrl() + "/admin/realms/" + REALM + CHECK;

    assertThat(system.getAs("nobody", address).statusCode()).isEqualTo(401);
    assertThat(system.getAs(tokenOf("so-olha", "view-identity-providers"), address).statusCode())
        .isEqualTo(403);
    assertThat(system.getAs(tokenOf("de-usuarios", "manage-users"), address).statusCode())
        .isEqualTo(403);
    String own = tokenOf("dono", "manage-identity-providers");
    assertThat(system.getAs(own, address).statusCode()).isEqualTo(200);
    assertThat(system.getAs(own, system.keycloakUrl() + "/admin/realms/orgao" + CHECK).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nenhum", "..%2f..%2fusers", "%3Cscript%3E"})
  @DisplayName("knows no other alias")
  void knowsNoOtherAlias(String alias) {
    assertThat(realm.admin().tryGet("/govbr-conferir/" + alias).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("knows no identity provider of another kind")
  void knowsNoOtherKind() {
    try (OtherProvider generic = OtherProvider.generic(system, "conferencia-generico")) {
      assertThat(system.keycloakAdmin().tryGet("/govbr-conferir/conferencia-generico").statusCode())
          .isEqualTo(404);
    }
  }

  /** An administrator of the realm alone, with one right. */
  private static String tokenOf(String name, String right) {
    RealmAdministrators.create(realm.admin(), name, "senha-" + name, right);
    return system
        .postForm(
            realm.url() + "/protocol/openid-connect/token",
            HttpBrowser.encoded(
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    name,
                    "password",
                    "senha-" + name)))
        .path("access_token")
        .asText();
  }
}
