package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On demand the ID token")
class IdTokenBehaviourTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Test
  void has_no_signature() {
    on(Behaviour.SEM_ASSINATURA, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    assertThat(tokens.idHeader().path("alg").asText()).isEqualTo("none");
    assertThat(tokens.idToken()).endsWith(".");
  }

  @Test
  void has_a_wrong_signature_under_the_right_key_id() throws Exception {
    on(Behaviour.ASSINATURA_ERRADA, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    assertThat(tokens.idHeader().path("kid").asText()).isEqualTo("rsa1");
    assertThat(verifies(tokens.idToken())).isFalse();
    assertThat(verifies(tokens.accessToken())).isTrue();
  }

  @Test
  void is_signed_with_a_new_key_of_the_old_name() throws Exception {
    String before = service.get("/jwk").text();
    on(Behaviour.CHAVE_TROCADA_MESMO_KID, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    assertThat(service.get("/jwk").text()).isNotEqualTo(before).contains("\"rsa1\"");
    assertThat(verifies(tokens.idToken())).isTrue();
    assertThat(service.get("/userinfo", tokens.accessToken()).status()).isEqualTo(200);
  }

  @Test
  void is_for_another_client() {
    on(Behaviour.AUD_ERRADO, Activation.always());
    assertThat(claims().path("aud").asText()).isNotEqualTo(RelyingParty.CLIENT_ID);
  }

  @Test
  void is_of_another_issuer() {
    on(Behaviour.ISS_ERRADO, Activation.always());
    assertThat(claims().path("iss").asText()).isNotEqualTo(RUNNING.govbr().issuer());
  }

  @Test
  void is_about_no_cpf() {
    on(Behaviour.SUB_INVALIDO, Activation.always());
    assertThat(Cpf.parse(claims().path("sub").asText())).isEmpty();
  }

  @Test
  void is_about_whatever_the_test_says() {
    on(Behaviour.SUB_INVALIDO, Activation.always().with("valor", "11111111111"));
    assertThat(claims().path("sub").asText()).isEqualTo("11111111111");
  }

  @Test
  void has_expired() {
    on(Behaviour.EXPIRADO, Activation.always());
    assertThat(claims().path("exp").asLong()).isLessThan(System.currentTimeMillis() / 1000 - 3000);
  }

  @Test
  void does_not_say_when_it_was_issued() {
    on(Behaviour.SEM_IAT, Activation.always());
    assertThat(claims().has("iat")).isFalse();
  }

  @Test
  void has_no_nonce() {
    on(Behaviour.SEM_NONCE, Activation.always());
    assertThat(claims().has("nonce")).isFalse();
  }

  @Test
  void has_a_nonce_nobody_sent() {
    on(Behaviour.NONCE_ERRADO, Activation.always());
    assertThat(claims().path("nonce").asText()).isNotEmpty().isNotEqualTo(RelyingParty.NONCE);
  }

  @Test
  void has_no_level_and_no_seals() {
    on(Behaviour.SEM_RELIABILITY_INFO, Activation.always());
    assertThat(claims().has("reliability_info")).isFalse();
  }

  private JsonNode claims() {
    return service.tokens("ouro-otp").idClaims();
  }

  private boolean verifies(String token) throws Exception {
    JWKSet keys = JWKSet.parse(service.get("/jwk").text());
    return JWSObject.parse(token).verify(new RSASSAVerifier(keys.getKeyByKeyId("rsa1").toRSAKey()));
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
