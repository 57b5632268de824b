package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Facts beyond the ID token")
class FactsIT {

  private static final String ALL_SCOPES =
      "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken govbr_empresa"
          + " govbr_recupera_certificadox509";
  private static final String AGENT_SCOPES =
      ALL_SCOPES
          + " poav2_createPoaAccessHistory_agent"
          + " poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";

  /** The service for which the simulator's fictional people gave powers of attorney. */
  private static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    realm = OwnRealm.create(SYSTEM, "fatos", Map.of("defaultScope", ALL_SCOPES));
    realm.addApplication("curiosa");
    realm
        .admin()
        .post(
            "/client-scopes",
            Map.of(
                "name",
                "certificado",
                "protocol",
                "openid-connect",
                "protocolMappers",
                List.of(mapper("certificado"))));
    String scope = idOf("/client-scopes", "name", "certificado");
    String client = idOf("/clients", "clientId", "curiosa");
    realm.admin().put("/clients/" + client + "/optional-client-scopes/" + scope, Map.of());
    realm.admin().post("/clients/" + client + "/protocol-mappers/models", mapper("categorias"));
    GOV_BR.forgetEverybody();
  }

  private static Map<String, Object> mapper(String facts) {
    return Map.of(
        "name",
        "gov.br com " + facts,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "govbr-oidc-claims-mapper",
        "config",
        Map.of("id.token.claim", "true", "fatos", facts));
  }

  private static String idOf(String path, String name, String value) {
    return StreamSupport.stream(realm.admin().get(path).spliterator(), false)
        .filter(item -> item.path(name).asText().equals(value))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    realm.set("fatos", "");
    realm.set("consultarUserinfo", "false");
    realm.set("defaultScope", ALL_SCOPES);
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static List<String> callsOf(Runnable login) {
    GOV_BR.forgetCalls();
    login.run();
    return StreamSupport.stream(GOV_BR.calls().spliterator(), false)
        .map(call -> call.path("caminho").asText())
        // Keys are no fact; Keycloak fetches them anew when settings were changed.
        .filter(path -> !path.startsWith("/login") && !path.equals("/jwk"))
        .toList();
  }

  private static JsonNode claimsOf(String persona) {
    return PlainLogin.into(SYSTEM, realm).as(persona).claims();
  }

  @Test
  @DisplayName("are not asked for when nothing needs them")
  void nothingIsAskedByDefault() {
    assertThat(callsOf(() -> claimsOf("empresa-certificado")))
        .containsExactly("/authorize", "/token");
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "categorias, /confiabilidades/v3/contas/{cpf}/categorias",
    "certificado, /api/x509/info",
    "atuacao, /empresas/v2/empresas/{cnpj}/participantes/{cpf}",
    "empresas, /empresas/v2/empresas"
  })
  @DisplayName("are asked for by exactly one call each when the provider's setting says so")
  void eachSettingAddsOneCall(String fact, String path) {
    realm.set("fatos", fact);

    assertThat(callsOf(() -> claimsOf("empresa-certificado")))
        .containsExactlyInAnyOrder("/authorize", "/token", path);
  }

  @Test
  @DisplayName("are asked for in the logins of an application whose mapper needs them, no other's")
  void onlyTheApplicationThatNeedsAFactPaysForIt() {
    assertThat(
            callsOf(() -> PlainLogin.into(SYSTEM, realm).of("curiosa").as("empresa-certificado")))
        .containsExactlyInAnyOrder(
            "/authorize", "/token", "/confiabilidades/v3/contas/{cpf}/categorias");
    assertThat(callsOf(() -> claimsOf("empresa-certificado")))
        .containsExactly("/authorize", "/token");
  }

  @Test
  @DisplayName("are asked for when the application asks for an optional scope that needs them")
  void anOptionalScopeCountsWhenItIsAskedFor() {
    PlainLogin login = PlainLogin.into(SYSTEM, realm).of("curiosa").asking("openid certificado");

    assertThat(callsOf(() -> login.as("empresa-certificado")))
        .containsExactlyInAnyOrder(
            "/authorize",
            "/token",
            "/confiabilidades/v3/contas/{cpf}/categorias",
            "/api/x509/info");
    JsonNode claims = login.claims();
    assertThat(claims.at("/govbr/certificado/tipo").asText()).isEqualTo("device");
  }

  @Test
  @DisplayName("reach the application's token, the company of the certificate with its role")
  void factsReachTheToken() {
    realm.set("fatos", "categorias##certificado##atuacao##empresas");
    Persona persona = GOV_BR.persona("empresa-certificado");

    JsonNode govbr = claimsOf("empresa-certificado").path("govbr");

    assertThat(govbr.path("categorias")).hasSize(1);
    assertThat(govbr.at("/categorias/0/id").asText()).isEqualTo("302");
    assertThat(govbr.at("/categorias/0/nome").asText()).isEqualTo("certificado_digital");
    assertThat(govbr.at("/certificado/tipo").asText()).isEqualTo("device");
    assertThat(govbr.at("/empresa/cnpj").asText()).isEqualTo(persona.cnpj());
    assertThat(govbr.at("/empresa/origem").asText()).isEqualTo("certificado");
    assertThat(govbr.at("/empresa/atuacao").asText())
        .isIn("SOCIO", "CONTADOR", "REPRESENTANTE_LEGAL", "NAO_ATUANTE");
  }

  @Test
  @DisplayName("about thousands of companies make no token longer")
  void tokensDoNotGrowWithTheCompanies() {
    int without = claimsOf("duas-mil-empresas").toString().length();
    realm.set("fatos", "empresas");

    JsonNode claims = claimsOf("duas-mil-empresas");

    assertThat(claims.toString()).hasSizeLessThanOrEqualTo(without + 16);
    assertThat(claims.path("govbr").has("empresa")).as("none was used or chosen").isFalse();
  }

  @Test
  @DisplayName("say on whose behalf an agent signed in")
  void theRepresentedPersonIsNamed() {
    realm.addProvider("procuracao", CLIENT_WITH_POWERS, Map.of("defaultScope", AGENT_SCOPES));

    JsonNode agent =
        PlainLogin.into(SYSTEM, realm)
            .through("procuracao")
            .onBehalfOf("representado")
            .as("procurador")
            .claims();
    JsonNode own = PlainLogin.into(SYSTEM, realm).through("procuracao").as("procurador").claims();

    assertThat(agent.path("cpf").asText()).isEqualTo(GOV_BR.persona("procurador").cpf());
    assertThat(agent.at("/govbr/representado/cpf").asText())
        .isEqualTo(GOV_BR.persona("representado").cpf());
    assertThat(own.path("govbr").has("representado")).isFalse();
  }

  @Test
  @DisplayName("whose scope is not asked for are refused with a sentence")
  void aFactNeedsItsScope() {
    realm.set("defaultScope", "openid profile");

    assertThatIllegalStateException()
        .isThrownBy(() -> realm.set("fatos", "empresas"))
        .withMessageContaining("400");
  }
}
