package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page that states the claims contract")
class ClaimsContractIT {

  private static final String SCOPES =
      "openid email profile phone govbr_confiabilidades govbr_confiabilidades_idtoken"
          + " govbr_empresa govbr_recupera_certificadox509";
  private static final String AGENT_SCOPES =
      "openid profile poav2_createPoaAccessHistory_agent"
          + " poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";

  /** The service for which the simulator's fictional people gave powers of attorney. */
  private static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  /** What Keycloak itself writes into an ID token. */
  private static final Set<String> KEYCLOAKS_OWN =
      Set.of(
          "at_hash",
          "aud",
          "auth_time",
          "azp",
          "exp",
          "iat",
          "iss",
          "jti",
          "nonce",
          "sid",
          "sub",
          "typ");

  private final RunningSystem system = RunningSystem.get();
  private final ClaimsContract contract =
      ClaimsContract.read(
          Path.of(System.getProperty("project.root", ".."), "docs/contrato-de-claims.md"));

  private static Map<String, String> types(JsonNode claims) {
    Map<String, String> types = ClaimsContract.typesIn(claims);
    types.keySet().removeAll(KEYCLOAKS_OWN);
    return types;
  }

  /** The claims of people who between them have everything that the contract names. */
  private Map<String, JsonNode> tokens() {
    system.govBr().forgetEverybody();
    Map<String, JsonNode> tokens = new LinkedHashMap<>();
    try (OwnRealm realm =
        OwnRealm.create(
            system,
            "contrato",
            Map.of("defaultScope", SCOPES, "fatos", "categorias##certificado##atuacao"))) {
      realm.addProvider("procuracao", CLIENT_WITH_POWERS, Map.of("defaultScope", AGENT_SCOPES));
      for (String persona :
          new String[] {
            "empresa-certificado", "nome-social", "ouro-otp", "futuro", "bronze-senha"
          }) {
        tokens.put(persona, PlainLogin.into(system, realm).as(persona).claims());
      }
      tokens.put(
          "certificado em nuvem",
          PlainLogin.into(system, realm).by("x509_neoid").as("empresa-certificado").claims());
      tokens.put("quem confirmou a senha", afterConfirmingThePassword(realm));
      tokens.put(
          "procurador",
          PlainLogin.into(system, realm)
              .through("procuracao")
              .onBehalfOf("representado")
              .as("procurador")
              .claims());
    }
    return tokens;
  }

  private JsonNode afterConfirmingThePassword(OwnRealm realm) {
    try (PasswordCredential credential = PasswordCredential.of(system, realm, "contrato")) {
      PlainLogin login = PlainLogin.into(system, realm).as("bronze-senha");
      JsonNode tokens =
          StepVisit.after(realm, login)
              .start("govbr-senha")
              .goOn()
              .typePassword(system.govBr().persona("bronze-senha").senha())
              .tokens();
      return Jwt.claims(tokens.path("id_token").asText());
    }
  }

  @Test
  @DisplayName("names every claim of real tokens with its type, and none that no token has")
  void isWhatTokensHave() {
    Set<String> seen = new TreeSet<>();

    tokens()
        .forEach(
            (person, claims) -> {
              assertThat(contract.types()).as(person).containsAllEntriesOf(types(claims));
              seen.addAll(types(claims).keySet());
            });

    assertThat(contract.types().keySet()).isEqualTo(seen);
  }

  @Test
  @DisplayName("shows an example that keeps to it")
  void exampleKeepsToIt() {
    Map<String, String> types = types(contract.example());

    assertThat(contract.types()).containsAllEntriesOf(types);
    assertThat(types).hasSizeGreaterThan(15);
  }
}
