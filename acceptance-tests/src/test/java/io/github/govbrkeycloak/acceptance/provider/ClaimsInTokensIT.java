package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.system.Jwt.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The claims of gov.br in every kind of token")
class ClaimsInTokensIT {

  private static final String PERSONA = "empresa-certificado";

  private final RunningSystem system = RunningSystem.get();
  private final KeycloakAdmin admin = system.keycloakAdmin();
  private final GovBr govBr = system.govBr();
  private final Persona person = govBr.persona(PERSONA);
  private TestApplication browser;

  @BeforeEach
  void open() {
    govBr.forgetEverybody();
    browser = TestApplication.open(system);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void assertComplete(JsonNode claims) {
    assertThat(claims.path("acr").asText()).isEqualTo(person.nivel());
    assertThat(claims.path("amr")).hasSameSizeAs(person.amr());
    assertThat(claims.path("cpf").asText().equals(person.cpf())).as("the CPF is right").isTrue();
    assertThat(claims.path("cnpj").asText()).isEqualTo(person.cnpj());
    assertThat(claims.path("govbr").path("nivel").asText()).isEqualTo(person.nivel());
    assertThat(claims.path("govbr_selos")).hasSameSizeAs(person.selos());
  }

  private static void assertNone(JsonNode claims) {
    for (String name : List.of("cpf", "cnpj", "govbr", "govbr_nivel", "govbr_selos")) {
      assertThat(claims.has(name)).as(name).isFalse();
    }
  }

  @Test
  @DisplayName("are in ID token, access token and introspection")
  void ordinaryTokens() {
    try (ConfidentialClient client = ConfidentialClient.register(system, "comum", Map.of())) {
      JsonNode tokens = client.tokens(browser, PERSONA, "openid");

      assertComplete(claims(tokens.path("id_token").asText()));
      assertComplete(claims(tokens.path("access_token").asText()));
      assertComplete(client.introspected(tokens));
    }
  }

  @Test
  @DisplayName("are kept out of a lightweight access token, and told at introspection")
  void lightweightTokens() {
    Map<String, ?> lightweight =
        Map.of("attributes", Map.of("client.use.lightweight.access.token.enabled", "true"));
    try (ConfidentialClient client = ConfidentialClient.register(system, "leve", lightweight)) {
      JsonNode tokens = client.tokens(browser, PERSONA, "openid");

      JsonNode access = claims(tokens.path("access_token").asText());
      assertNone(access);
      assertThat(access.has("amr")).isFalse();
      assertComplete(client.introspected(tokens));
      assertComplete(claims(tokens.path("id_token").asText()));
    }
  }

  @Test
  @DisplayName("are in a lightweight access token when the mapper says so")
  void lightweightTokensThatAskForThem() {
    Map<String, ?> lightweight =
        Map.of(
            "attributes",
            Map.of("client.use.lightweight.access.token.enabled", "true"),
            "defaultClientScopes",
            List.of("basic"),
            "protocolMappers",
            List.of(mapper(Map.of("lightweight.claim", "true"))));
    try (ConfidentialClient client = ConfidentialClient.register(system, "leve", lightweight)) {
      JsonNode tokens = client.tokens(browser, PERSONA, "openid");

      assertComplete(claims(tokens.path("access_token").asText()));
    }
  }

  private static Map<String, Object> mapper(Map<String, String> config) {
    return Map.of(
        "name",
        "gov.br",
        "protocol",
        "openid-connect",
        "protocolMapper",
        "govbr-oidc-claims-mapper",
        "config",
        config);
  }

  @Test
  @DisplayName("are only those that the mapper's setting chooses")
  void chosenClaims() {
    Map<String, ?> onlyLevel =
        Map.of(
            "defaultClientScopes",
            List.of("basic"),
            "protocolMappers",
            List.of(
                mapper(
                    Map.of(
                        "dados", "nivel",
                        "id.token.claim", "true",
                        "access.token.claim", "true"))));
    try (ConfidentialClient client = ConfidentialClient.register(system, "so-nivel", onlyLevel)) {
      JsonNode tokens = client.tokens(browser, PERSONA, "openid");

      for (String token : List.of("id_token", "access_token")) {
        JsonNode claims = claims(tokens.path(token).asText());
        assertThat(claims.path("acr").asText()).isEqualTo("ouro");
        assertThat(claims.path("govbr_nivel").asText()).isEqualTo("ouro");
        assertThat(claims.path("govbr").fieldNames()).toIterable().containsExactly("nivel");
        for (String name : List.of("cpf", "cnpj", "name", "email", "amr", "govbr_selos")) {
          assertThat(claims.has(name)).as(name).isFalse();
        }
      }
    }
  }

  @Test
  @DisplayName("live on in an offline session when the browser's session has ended")
  void offlineTokens() {
    try (ConfidentialClient client = ConfidentialClient.register(system, "fora", Map.of())) {
      JsonNode tokens = client.tokens(browser, PERSONA, "openid offline_access");
      JsonNode idToken = claims(tokens.path("id_token").asText());
      assertThat(claims(tokens.path("refresh_token").asText()).path("typ").asText())
          .isEqualTo("Offline");

      endOnlineSessionsOf(idToken.path("sub").asText());
      JsonNode later = client.refreshed(tokens);

      assertComplete(claims(later.path("access_token").asText()));
      assertComplete(claims(later.path("id_token").asText()));
      admin.delete("/sessions/" + idToken.path("sid").asText() + "?isOffline=true");
    }
  }

  private void endOnlineSessionsOf(String user) {
    for (JsonNode session : admin.get("/users/" + user + "/sessions")) {
      admin.delete("/sessions/" + session.path("id").asText());
    }
    assertThat(admin.get("/users/" + user + "/sessions")).isEmpty();
  }

  @Test
  @DisplayName("survive the standard token exchange to another client")
  void exchangedTokens() {
    Map<String, ?> audience =
        Map.of("protocolMappers", List.of(ConfidentialClient.audience("segundo")));
    Map<String, ?> exchange =
        Map.of("attributes", Map.of("standard.token.exchange.enabled", "true"));
    try (ConfidentialClient first = ConfidentialClient.register(system, "primeiro", audience);
        ConfidentialClient second = ConfidentialClient.register(system, "segundo", exchange)) {
      JsonNode tokens = first.tokens(browser, PERSONA, "openid");

      JsonNode exchanged = claims(second.exchanged(tokens).path("access_token").asText());

      assertThat(exchanged.path("azp").asText()).isEqualTo("segundo");
      assertComplete(exchanged);
    }
  }

  @Test
  @DisplayName("are not in the tokens of somebody who did not come from gov.br")
  void otherSessionsAreLeftAlone() {
    admin.post(
        "/users",
        Map.of(
            "username",
            "clerk",
            "enabled",
            true,
            "credentials",
            List.of(Map.of("type", "password", "value", "uma senha", "temporary", false))));
    String user = admin.get("/users?exact=true&username=clerk").get(0).path("id").asText();
    try (ConfidentialClient client =
        ConfidentialClient.register(system, "senha", Map.of("directAccessGrantsEnabled", true))) {
      JsonNode tokens = client.tokensByPassword("clerk", "uma senha");

      JsonNode idToken = claims(tokens.path("id_token").asText());
      assertNone(idToken);
      assertThat(idToken.path("acr").asText()).isEqualTo("bronze");
      assertNone(client.introspected(tokens));
    } finally {
      admin.delete("/users/" + user);
    }
  }
}
