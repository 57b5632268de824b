package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of an identity provider")
class SettingsEverywhereIT {

  private static final String REALM = "ajustes";
  private static final String SECRET = "segredo-de-teste";
  private static final String MASK = "**********";

  /** One setting of each kind, none at its default. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "defaultScope", "openid profile govbr_confiabilidades",
          "consultarUserinfo", "true",
          "fatos", "categorias",
          "prazoExtrasMs", "900",
          "guardarToken", "true",
          "nomeDeUsuario", "aleatorio",
          "fatosGuardados", "nivel##selos",
          "parametrosAutorizacao", "display=page",
          "apisGovBr", "true");

  private static RunningSystem system;
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, REALM, SETTINGS);
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static Map<String, String> configOf(KeycloakAdmin admin, String alias) {
    Map<String, String> config = new HashMap<>();
    admin
        .get("/identity-provider/instances/" + alias)
        .path("config")
        .properties()
        .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
    return config;
  }

  @Test
  @DisplayName("are what was written, and nothing that was not, and the secret is masked")
  void areWhatWasWritten() {
    Map<String, String> expected = new HashMap<>(SETTINGS);
    expected.put("ambiente", "outro");
    expected.put("urlSso", system.simulatorUrl());
    expected.put("clientId", realm.govBrClient());
    expected.put("clientSecret", MASK);
    expected.put("syncMode", "FORCE");

    assertThat(configOf(realm.admin(), "govbr")).isEqualTo(expected);
  }

  @Test
  @DisplayName("survive export and import whole, with mappers, flow and client scopes")
  void surviveExportAndImport() {
    realm
        .admin()
        .post(
            "/identity-provider/instances/govbr/mappers",
            Map.of(
                "name",
                "selos",
                "identityProviderAlias",
                "govbr",
                "identityProviderMapper",
                "govbr-attribute-idp-mapper",
                "config",
                Map.of("syncMode", "FORCE", "fato", "selos.id", "atributo", "selos")));
    ObjectNode exported =
        realm.admin().postForJson("/partial-export?exportClients=true&exportGroupsAndRoles=true");
    assertThat(exported.toString()).doesNotContain(SECRET);

    exported.remove("id");
    exported.put("realm", REALM + "-importado");
    removeIds(exported);
    KeycloakAdmin imported = system.keycloakAdmin().inRealm(REALM + "-importado");
    imported.replaceRealm(exported);
    try {
      assertThat(configOf(imported, "govbr")).isEqualTo(configOf(realm.admin(), "govbr"));
      assertThat(mappers(imported)).isEqualTo(mappers(realm.admin())).hasSize(2);
      assertThat(
              imported
                  .get("/identity-provider/instances/govbr")
                  .path("firstBrokerLoginFlowAlias")
                  .asText())
          .isEqualTo("primeira entrada com gov.br");
      assertThat(protocolMappers(imported)).isEqualTo(protocolMappers(realm.admin()));
    } finally {
      imported.deleteRealm();
    }
  }

  @Test
  @DisplayName("show references to the vault as they are, and export them so")
  void showReferencesToTheVault() {
    String reference = "${vault.ajustes}";
    ObjectNode provider = realm.admin().get("/identity-provider/instances/govbr").deepCopy();
    ((ObjectNode) provider.path("config")).put("clientSecret", reference);
    realm.admin().put("/identity-provider/instances/govbr", provider);
    try {
      assertThat(configOf(realm.admin(), "govbr")).containsEntry("clientSecret", reference);
      assertThat(
              realm
                  .admin()
                  .postForJson("/partial-export")
                  .at("/identityProviders/0/config/clientSecret")
                  .asText())
          .isEqualTo(reference);
    } finally {
      realm.set(Map.of());
    }
  }

  /** A realm is imported with ids of its own: those of the old one are in use. */
  private static void removeIds(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("id", "internalId", "containerId", "flowId"));
    }
    node.forEach(SettingsEverywhereIT::removeIds);
  }

  private static Map<String, JsonNode> mappers(KeycloakAdmin admin) {
    Map<String, JsonNode> mappers = new HashMap<>();
    admin
        .get("/identity-provider/instances/govbr/mappers")
        .forEach(mapper -> mappers.put(mapper.path("name").asText(), mapper.path("config")));
    return mappers;
  }

  private static Map<String, JsonNode> protocolMappers(KeycloakAdmin admin) {
    Map<String, JsonNode> mappers = new HashMap<>();
    for (JsonNode scope : admin.get("/client-scopes")) {
      ArrayNode ofScope = scope.withArray("/protocolMappers");
      ofScope.forEach(
          mapper -> {
            if (mapper.path("protocolMapper").asText().startsWith("govbr-")) {
              mappers.put(scope.path("name").asText(), mapper.path("config"));
            }
          });
    }
    assertThat(mappers).hasSizeGreaterThan(1);
    return mappers;
  }

  @Test
  @DisplayName("can be of several providers and environments side by side")
  void areSeparate() {
    realm.addProvider("teste", "ajustes-teste.exemplo.gov.br", Map.of());
    for (String environment : List.of("producao", "homologacao")) {
      realm
          .admin()
          .post(
              "/identity-provider/instances",
              Map.of(
                  "alias",
                  environment,
                  "providerId",
                  "govbr",
                  "enabled",
                  true,
                  "config",
                  Map.of("ambiente", environment, "clientId", "x", "clientSecret", SECRET)));
    }
    try {
      assertThat(whereItLeads("producao")).startsWith("https://sso.acesso.gov.br/authorize?");
      assertThat(whereItLeads("homologacao"))
          .startsWith("https://sso.staging.acesso.gov.br/authorize?");
      assertThat(whereItLeads("govbr")).startsWith(system.simulatorUrl() + "/authorize?");
      assertThat(PlainLogin.into(system, realm).through("teste").as("cin").isReached()).isTrue();
    } finally {
      for (String alias : List.of("teste", "producao", "homologacao")) {
        realm.admin().delete("/identity-provider/instances/" + alias);
      }
      system.govBr().forgetClient("ajustes-teste.exemplo.gov.br");
    }
  }

  /** Where Keycloak sends the browser, which is not opened. */
  private static String whereItLeads(String alias) {
    String request =
        HttpBrowser.encoded(
            Map.of(
                "client_id",
                OwnRealm.APPLICATION,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                OwnRealm.CALLBACK,
                "kc_idp_hint",
                alias));
    String atKeycloak = realm.url() + "/protocol/openid-connect/auth?" + request;
    HttpBrowser browser = new HttpBrowser();
    String broker = browser.open(atKeycloak, realm.url() + "/broker/").url();
    return browser
        .open(broker, alias.equals("govbr") ? system.simulatorUrl() : "https://sso.")
        .url();
  }
}
