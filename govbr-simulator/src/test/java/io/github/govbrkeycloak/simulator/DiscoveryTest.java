package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The simulator's metadata")
class DiscoveryTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Test
  void say_what_gov_brs_discovery_says() {
    JsonNode document = RUNNING.service().get("/.well-known/openid-configuration").json();
    String base = RUNNING.govbr().baseUrl();

    assertThat(document.path("issuer").asText()).isEqualTo(base + "/");
    assertThat(document.path("authorization_endpoint").asText()).isEqualTo(base + "/authorize");
    assertThat(document.path("token_endpoint").asText()).isEqualTo(base + "/token");
    assertThat(document.path("userinfo_endpoint").asText()).isEqualTo(base + "/userinfo");
    assertThat(document.path("jwks_uri").asText()).isEqualTo(base + "/jwk");
    assertThat(document.path("grant_types_supported").toString())
        .isEqualTo("[\"authorization_code\",\"client_credentials\"]");
    assertThat(document.path("token_endpoint_auth_methods_supported").toString())
        .isEqualTo("[\"client_secret_post\",\"client_secret_basic\"]");
    assertThat(document.path("id_token_signing_alg_values_supported").toString())
        .isEqualTo("[\"RS256\",\"RS512\"]");
  }

  @Test
  void lack_what_gov_brs_discovery_lacks() {
    JsonNode document = RUNNING.service().get("/.well-known/openid-configuration").json();

    for (String absent :
        new String[] {
          "end_session_endpoint",
          "code_challenge_methods_supported",
          "revocation_endpoint",
          "introspection_endpoint",
          "acr_values_supported"
        }) {
      assertThat(document.has(absent)).as(absent).isFalse();
    }
    assertThat(document.path("scopes_supported").toString())
        .contains("govbr_confiabilidades")
        .doesNotContain("govbr_confiabilidades_idtoken");
  }

  @Test
  void have_one_key_without_use_by_get_and_by_post() {
    JsonNode byGet = RUNNING.service().get("/jwk").json();
    JsonNode byPost =
        RUNNING
            .service()
            .send(RUNNING.service().request("/jwk").POST(BodyPublishers.noBody()).build())
            .json();

    assertThat(byGet.path("keys")).hasSize(1);
    assertThat(byGet.path("keys").get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("kty", "e", "kid", "alg", "n");
    assertThat(byGet.path("keys").get(0).path("kid").asText()).isEqualTo("rsa1");
    assertThat(byPost).isEqualTo(byGet);
  }
}
