package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The tokens")
class TokenClaimsTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  static Stream<Persona> everybody() {
    return new Fixtures(WorldData.BUNDLED).personas().stream();
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void tell_of_each_persona_what_the_file_tells(Persona persona) {
    Tokens tokens = RUNNING.service().tokens(persona.id());
    JsonNode id = tokens.idClaims();

    assertThat(id.path("sub").asText()).isEqualTo(persona.cpf());
    assertThat(id.path("preferred_username").asText()).isEqualTo(persona.cpf());
    assertThat(id.path("name").asText()).isEqualTo(persona.nome());
    assertThat(text(id, "social_name")).isEqualTo(persona.nomeSocial());
    assertThat(texts(id.path("amr"))).isEqualTo(persona.amr());
    assertThat(text(id, "email")).isEqualTo(persona.toldEmail().orElse(null));
    assertThat(id.path("email_verified").isTextual()).isTrue();
    assertThat(text(id, "email_verified"))
        .isEqualTo(String.valueOf(persona.toldEmail().isPresent()));
    assertThat(text(id, "phone_number")).isEqualTo(persona.toldPhone().orElse(null));
    assertThat(text(id, "phone_number_verified"))
        .isEqualTo(String.valueOf(persona.toldPhone().isPresent()));
    assertThat(text(id, "cnpj_certificate_name")).isEqualTo(persona.cnpjCertificateName());
    assertSeals(id.path("reliability_info"), persona);
    assertCnpj(id, persona);
    assertCnpj(tokens.accessClaims(), persona);
    assertThat(texts(tokens.accessClaims().path("amr"))).isEqualTo(persona.amr());
  }

  private static void assertSeals(JsonNode info, Persona persona) {
    assertThat(info.path("level").asText()).isEqualTo(persona.level().wireName());
    assertThat(info.path("reliabilities")).hasSameSizeAs(persona.selos());
    for (JsonNode seal : info.path("reliabilities")) {
      assertThat(seal.path("id").isTextual()).isTrue();
      assertThat(persona.selos()).contains(seal.path("id").asText());
      assertThat(seal.path("updatedAt").asText())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-0300");
    }
  }

  private static void assertCnpj(JsonNode claims, Persona persona) {
    String expected = persona.cnpj() == null ? null : Cnpj.of(persona.cnpj()).formatted();
    assertThat(text(claims, "cnpj")).isEqualTo(expected);
  }

  @Test
  void have_gov_brs_odd_id_token() {
    Tokens tokens = RUNNING.service().tokens("ouro-otp");
    JsonNode id = tokens.idClaims();

    assertThat(tokens.idHeader().toString()).isEqualTo("{\"kid\":\"rsa1\",\"alg\":\"RS256\"}");
    assertThat(id.path("iss").asText()).isEqualTo(RUNNING.govbr().baseUrl() + "/");
    assertThat(id.path("aud").isTextual()).isTrue();
    assertThat(id.path("aud").asText()).isEqualTo(RelyingParty.CLIENT_ID);
    assertThat(id.path("scope").isArray()).isTrue();
    assertThat(id.path("nonce").asText()).isEqualTo(RelyingParty.NONCE);
    assertThat(id.path("exp").asLong() - id.path("iat").asLong()).isEqualTo(60);
    assertThat(id.path("auth_time").isIntegralNumber()).isTrue();
    assertThat(id.path("jti").asText()).isNotEmpty();
    assertThat(id.path("kid").asText()).isEqualTo("rsa1");
    assertThat(id.path("picture").asText())
        .isEqualTo(RUNNING.govbr().baseUrl() + "/userinfo/picture");
    assertThat(id.has("given_name")).isFalse();
    assertThat(id.has("family_name")).isFalse();
    assertThat(id.has("acr")).isFalse();
    assertThat(id.has("at_hash")).isFalse();
  }

  @Test
  void have_gov_brs_odd_access_token() {
    Tokens tokens = RUNNING.service().tokens("ouro-otp");
    JsonNode access = tokens.accessClaims();

    assertThat(tokens.accessHeader().has("typ")).isFalse();
    assertThat(access.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "aud", "sub", "scope", "amr", "iss", "exp", "iat", "preferred_username", "jti");
    assertThat(access.path("aud").isTextual()).isTrue();
    assertThat(access.path("scope").isArray()).isTrue();
    assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(3600);
  }

  @Test
  void are_signed_with_the_published_key() throws Exception {
    JWKSet keys = JWKSet.parse(RUNNING.service().get("/jwk").text());
    Tokens tokens = RUNNING.service().tokens("ouro-otp");
    RSASSAVerifier verifier = new RSASSAVerifier(keys.getKeyByKeyId("rsa1").toRSAKey());

    assertThat(JWSObject.parse(tokens.idToken()).verify(verifier)).isTrue();
    assertThat(JWSObject.parse(tokens.accessToken()).verify(verifier)).isTrue();
  }

  @Test
  void tell_only_what_the_scopes_allow() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid");
    JsonNode id = RUNNING.service().tokens("bronze-senha", request).idClaims();

    for (String claim :
        new String[] {
          "name",
          "picture",
          "profile",
          "email",
          "email_verified",
          "phone_number",
          "phone_number_verified",
          "reliability_info"
        }) {
      assertThat(id.has(claim)).as(claim).isFalse();
    }
    assertThat(id.path("sub").asText()).isEqualTo("01234567890");
  }

  @Test
  void of_a_second_login_by_sso_keep_the_time_of_the_first() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=cin]").press("#authorize");
    long first = authTime(browser);

    browser.open(RUNNING.service().authorizeUrl());
    assertThat(authTime(browser)).isEqualTo(first);
  }

  private static long authTime(Browser browser) {
    return RUNNING
        .service()
        .exchange(browser.parameters().get("code"))
        .tokens()
        .idClaims()
        .path("auth_time")
        .asLong();
  }

  private static String text(JsonNode claims, String name) {
    return claims.has(name) ? claims.path(name).asText() : null;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
