package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.stream.StreamSupport;
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
  private static final String PROVIDER = "/identity-provider/instances/govbr";
  private static final String SECRET = "segredo-de-teste";
  private static final String RED = "vermelho";
  private static final String YELLOW = "amarelo";

  private static RunningSystem system;
  private static GovBr govBr;
  private static OwnRealm realm;
  private static JsonNode provider;
  private static JsonNode attributes;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    govBr = system.govBr();
    realm = OwnRealm.create(system, REALM, Map.of());
    provider = realm.admin().get(PROVIDER);
    attributes = realm.admin().get("").path("attributes");
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @AfterEach
  void putBack() {
    govBr.behaveNormally();
    govBr.followTheClock();
    put(Map.of());
    realm.admin().put("", Map.of("attributes", attributes));
  }

  /** Changes settings of the provider; a member of the provider itself begins with a dot. */
  private static void put(Map<String, ?> settings) {
    ObjectNode changed = provider.deepCopy();
    ObjectNode config = (ObjectNode) changed.path("config");
    config.put("clientSecret", SECRET);
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(".")) {
            changed.put(name.substring(1), (Boolean) value);
          } else {
            config.put(name, (String) value);
          }
        });
    realm.admin().put(PROVIDER, changed);
  }

  private static JsonNode check() {
    return realm.admin().get(CHECK);
  }

  private static String verdict(JsonNode report, String item) {
    return StreamSupport.stream(report.path("itens").spliterator(), false)
        .filter(line -> line.path("item").asText().equals(item))
        .map(line -> line.path("situacao").asText() + " " + line.path("caso").asText())
        .findFirst()
        .orElse("not told");
  }

  private static void assertTold(JsonNode report, String verdict, String item, String which) {
    assertThat(verdict(report, item)).isEqualTo(verdict + " " + which);
    assertThat(report.path("itens"))
        .filteredOn(line -> line.path("item").asText().equals(item))
        .allSatisfy(
            line -> {
              assertThat(line.path("texto").asText()).doesNotContain("govbr.check", "{0}");
              assertThat(line.path("remedio").asText()).isNotBlank();
            });
    assertThat(report.toString()).doesNotContain(SECRET);
  }

  @Test
  @DisplayName("finds nothing wrong where logins work, and says what to register")
  void findsNothingWrong() {
    JsonNode report = check();

    assertThat(report.path("itens"))
        .extracting(line -> line.path("situacao").asText())
        .doesNotContain(RED);
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
    "fora-do-ar, descoberta, descoberta, sem-resposta",
    "conexao-reiniciada, descoberta, descoberta, sem-resposta",
    "corpo-enorme, descoberta, descoberta, sem-resposta",
    "conexao-reiniciada, jwk, chaves, sem-resposta",
    "nunca-responde, jwk, chaves, sem-resposta",
    "lista-vazia, jwk, chaves, inuteis",
    "corpo-nao-json, jwk, chaves, inuteis",
    "fora-do-ar, token, credencial, sem-resposta",
    "a-conta-gotas, token, credencial, sem-resposta",
    "fora-do-ar, logout, saida, sem-resposta",
  })
  @DisplayName("is red for what gov.br does wrong")
  void isRedForFaults(String behaviour, String endpoint, String item, String which) {
    govBr.behave(behaviour, Map.of("endpoint", endpoint));

    JsonNode report = check();

    assertTold(report, RED, item, which);
    assertThat(report.path("situacao").asText()).isEqualTo(RED);
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
        Arguments.of(Map.of("ambiente", "producao"), "https", "sem"),
        Arguments.of(Map.of("ambiente", "homologacao"), "https", "sem"));
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  @DisplayName("is red for settings that cannot work")
  void isRedForSettings(Map<String, String> settings, String item, String which) {
    put(settings);

    assertTold(check(), RED, item, which);
  }

  @Test
  @DisplayName("is red for a clock that differs more than logins forgive, and yellow for half")
  void isRedForTheClock() {
    govBr.setClock(Duration.ofMinutes(5));
    assertTold(check(), RED, "relogio", "errado");

    govBr.setClock(Duration.ofMinutes(-5));
    assertTold(check(), RED, "relogio", "errado");

    govBr.setClock(Duration.ofSeconds(23));
    assertTold(check(), YELLOW, "relogio", "quase");
  }

  @Test
  @DisplayName("is red when the vault has lost the key of pseudonyms")
  void isRedForALostKey() throws IOException {
    Path key = system.dataFile("vault/" + REALM + "_chave");
    Files.writeString(key, "uma-chave-de-teste-com-mais-de-trinta-e-dois-caracteres");
    put(Map.of("chavePseudonimo", "${vault.chave}", "chavePseudonimoId", "a"));
    String before = verdict(check(), "pseudonimo");

    Files.delete(key);

    assertThat(before).isEqualTo("not told");
    assertTold(check(), RED, "pseudonimo", "sem-chave");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};faltam",
        "not json;faltam",
        "{\"bronze\":1,\"prata\":2};faltam",
        "{\"bronze\":1,\"prata\":3,\"ouro\":2};ordem",
        "{\"bronze\":1,\"prata\":1,\"ouro\":1};ordem"
      })
  @DisplayName("is red for levels that applications cannot ask for")
  void isRedForLevels(String numbers, String which) {
    realm.admin().put("", levels(numbers));

    assertTold(check(), RED, "niveis", which);
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
    realm.admin().put("", Map.of("attributes", attributes));

    JsonNode report = check();
    realm.admin().replaceClient("exigente", Map.of("clientId", "exigente", "publicClient", true));

    assertTold(report, RED, "palavras", "desconhecidas");
    assertThat(report.toString()).contains("exigente: diamante").doesNotContain("exigente: prata");
    assertThat(verdict(check(), "palavras")).isEqualTo("verde ok");
  }

  static Stream<Arguments> doubtfulSettings() {
    return Stream.of(
        Arguments.of(Map.of(".enabled", false), "provedor", "desligado"),
        Arguments.of(Map.of(), "https", "teste"),
        Arguments.of(Map.of(), "lancador", "nenhum"));
  }

  @ParameterizedTest
  @MethodSource("doubtfulSettings")
  @DisplayName("is yellow for settings to look at")
  void isYellowForSettings(Map<String, ?> settings, String item, String which) {
    put(settings);

    assertTold(check(), YELLOW, item, which);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "corpo-nao-json, descoberta, descoberta, ilegivel",
    "corpo-vazio, descoberta, descoberta, ilegivel",
    "corpo-em-lista, descoberta, descoberta, ilegivel",
    "corpo-nao-json, token, escopos, incertos",
    "limite-de-chamadas, token, credencial, incerta",
  })
  @DisplayName("is yellow where it cannot know")
  void isYellowForDoubts(String behaviour, String endpoint, String item, String which) {
    govBr.behave(behaviour, Map.of("endpoint", endpoint));

    assertTold(check(), YELLOW, item, which);
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

    assertTold(check(), YELLOW, "descoberta", "enderecos");
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

    JsonNode report = check();

    assertTold(report, RED, "descoberta", "emissor");
    assertThat(report.toString()).doesNotContain("aaaa");
  }

  @Test
  @DisplayName("is yellow for steps that the realm has not enabled, and for none other")
  void isYellowForSteps() {
    List<String> offered =
        StreamSupport.stream(
                realm.admin().get("/authentication/unregistered-required-actions").spliterator(),
                false)
            .map(action -> action.path("providerId").asText())
            .filter(id -> id.startsWith("govbr-"))
            .toList();

    JsonNode report = check();

    assertThat(verdict(report, "passos"))
        .isEqualTo(offered.isEmpty() ? "verde ok" : "amarelo desligados");
    assertThat(offered).allSatisfy(step -> assertThat(report.toString()).contains(step));
  }

  @Test
  @DisplayName("ends, with a line for each call, when gov.br answers nothing at all")
  void endsWhenNothingAnswers() {
    govBr.behave("nunca-responde", Map.of());

    JsonNode report = check();

    assertThat(List.of("descoberta", "chaves", "credencial", "saida"))
        .allSatisfy(item -> assertTold(report, RED, item, "sem-resposta"));
    assertTold(report, YELLOW, "escopos", "incertos");
    assertTold(report, YELLOW, "relogio", "incerto");
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
