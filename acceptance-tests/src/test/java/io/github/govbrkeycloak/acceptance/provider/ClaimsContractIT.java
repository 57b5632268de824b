package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page that states the claims contract")
class ClaimsContractIT {

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
  private final GovBr govBr = system.govBr();
  private final ClaimsContract contract =
      ClaimsContract.read(
          Path.of(System.getProperty("project.root", ".."), "docs/contrato-de-claims.md"));
  private TestApplication application;

  @BeforeEach
  void open() {
    govBr.forgetEverybody();
    application = TestApplication.open(system);
  }

  @AfterEach
  void close() {
    application.close();
  }

  private Map<String, String> typesInTheTokenOf(String persona) {
    application.close();
    govBr.forgetEverybody();
    application = TestApplication.open(system);
    application.signInAs(persona);
    JsonNode claims = TestApplication.claims(application.tokens().path("id_token").asText());
    Map<String, String> types = ClaimsContract.typesIn(claims);
    types.keySet().removeAll(KEYCLOAKS_OWN);
    return types;
  }

  @Test
  @DisplayName("names every claim of real tokens with its type, and none that no token has")
  void isWhatTokensHave() {
    Set<String> seen = new TreeSet<>();
    try (IdentityProviderSettings settings = IdentityProviderSettings.of(system)) {
      settings.set(
          "defaultScope",
          "openid email profile phone govbr_confiabilidades govbr_confiabilidades_idtoken");
      for (String persona :
          new String[] {
            "empresa-certificado", "nome-social", "ouro-otp", "futuro", "bronze-senha"
          }) {
        Map<String, String> types = typesInTheTokenOf(persona);

        assertThat(contract.types()).as(persona).containsAllEntriesOf(types);
        seen.addAll(types.keySet());
      }
    }
    assertThat(contract.types().keySet()).isEqualTo(seen);
  }

  @Test
  @DisplayName("shows an example that keeps to it")
  void exampleKeepsToIt() {
    Map<String, String> types = ClaimsContract.typesIn(contract.example());
    types.keySet().removeAll(KEYCLOAKS_OWN);

    assertThat(contract.types()).containsAllEntriesOf(types);
    assertThat(types).hasSizeGreaterThan(15);
  }
}
