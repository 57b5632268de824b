package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On demand")
class BehaviourTest {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Nested
  @DisplayName("the connection")
  class Connection {

    @Test
    void is_slow() {
      on(Behaviour.ATRASO, Activation.always().with("ms", 700));
      long before = System.nanoTime();
      assertThat(service.get(DISCOVERY).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(690));
    }

    @Test
    void never_answers() {
      on(Behaviour.NUNCA_RESPONDE, Activation.always());
      assertThatThrownBy(
              () -> service.send(service.request(DISCOVERY).timeout(Duration.ofSeconds(1)).build()))
          .hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void is_reset() {
      on(Behaviour.CONEXAO_REINICIADA, Activation.always());
      assertThatThrownBy(() -> RawHttp.get(RUNNING.govbr().baseUrl(), DISCOVERY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("reset");
    }

    @Test
    void breaks_off_in_the_middle_of_the_real_answer() throws IOException {
      String whole = service.get(DISCOVERY).text();
      on(Behaviour.CORPO_TRUNCADO, Activation.always());
      String cut = RawHttp.body(RawHttp.get(RUNNING.govbr().baseUrl(), DISCOVERY));
      assertThat(whole).startsWith(cut);
      assertThat(cut.length()).isBetween(1, whole.length() - 1);
      assertThatThrownBy(() -> service.get(DISCOVERY)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void breaks_off_in_the_middle_of_a_long_answer() throws IOException {
      String token = service.tokens("duas-mil-empresas").accessToken();
      on(Behaviour.CORPO_TRUNCADO, Activation.always().at("empresas"));
      assertThatThrownBy(
              () ->
                  service.get("/empresas/v2/empresas?filtrar-por-participante=13579246828", token))
          .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void answers_a_status_without_doing_the_work() {
      String code = service.code("ouro-otp");
      on(Behaviour.STATUS, Activation.always().at("token").times(1).with("status", 502));
      Answer refused = service.exchange(code);
      assertThat(refused.status()).isEqualTo(502);
      assertThat(refused.json().has("erro_description")).isTrue();
      assertThat(service.exchange(code).status()).isEqualTo(200);
    }

    @Test
    void answers_html_instead_of_json() {
      on(Behaviour.CORPO_NAO_JSON, Activation.always().at("token"));
      Answer answer = service.exchange("x");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void answers_twenty_megabytes() {
      on(Behaviour.CORPO_ENORME, Activation.always());
      assertThat(service.get(DISCOVERY).bytes()).hasSize(20 * 1024 * 1024);
    }

    @Test
    void answers_as_many_bytes_as_asked_for_and_they_are_json() {
      on(Behaviour.CORPO_ENORME, Activation.always().with("bytes", 100_000));
      Answer answer = service.get(DISCOVERY);
      assertThat(answer.bytes()).hasSize(100_000);
      assertThat(answer.json().has("enchimento")).isTrue();
    }

    @Test
    void is_slow_and_then_fails() {
      on(Behaviour.ATRASO, Activation.always().with("ms", 50));
      on(Behaviour.STATUS, Activation.always().with("status", 429));
      assertThat(service.get(DISCOVERY).status()).isEqualTo(429);
    }
  }

  @Nested
  @DisplayName("the ID token")
  class IdToken {

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
      assertThat(claims().path("exp").asLong())
          .isLessThan(System.currentTimeMillis() / 1000 - 3000);
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
      return JWSObject.parse(token)
          .verify(new RSASSAVerifier(keys.getKeyByKeyId("rsa1").toRSAKey()));
    }
  }

  @Test
  void userinfo_is_about_somebody_else() {
    on(Behaviour.SUB_DE_OUTRA_PESSOA, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    String other = service.get("/userinfo", tokens.accessToken()).json().path("sub").asText();
    assertThat(Cpf.parse(other)).isPresent();
    assertThat(other).isNotEqualTo(tokens.idClaims().path("sub").asText());
  }

  @Test
  void a_code_has_expired() {
    on(Behaviour.CODIGO_EXPIRADO, Activation.always().times(1));
    Answer answer = service.exchange(service.code("ouro-otp"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(service.exchange(service.code("ouro-otp")).status()).isEqualTo(200);
  }

  @Test
  void a_code_can_be_replayed() {
    on(Behaviour.CODIGO_REUTILIZAVEL, Activation.always());
    String code = service.code("ouro-otp");
    assertThat(service.exchange(code).status()).isEqualTo(200);
    assertThat(service.exchange(code).status()).isEqualTo(200);
  }

  @Test
  void the_token_answer_lists_the_scopes() {
    on(Behaviour.ESCOPO_EM_LISTA, Activation.always());
    JsonNode scope = service.exchange(service.code("ouro-otp")).json().path("scope");
    assertThat(scope.isArray()).isTrue();
    assertThat(scope.get(0).asText()).isEqualTo("openid");
  }

  @Nested
  @DisplayName("a behaviour acts only")
  class Filters {

    @Test
    void at_its_endpoint() {
      on(Behaviour.STATUS, Activation.always().at("jwk"));
      assertThat(service.get("/jwk").status()).isEqualTo(503);
      assertThat(service.get(DISCOVERY).status()).isEqualTo(200);
    }

    @Test
    void as_often_as_it_was_told() {
      on(Behaviour.STATUS, Activation.always().times(2));
      assertThat(service.get("/jwk").status()).isEqualTo(503);
      assertThat(service.get("/jwk").status()).isEqualTo(503);
      assertThat(service.get("/jwk").status()).isEqualTo(200);
      assertThat(RUNNING.govbr().behaviours().activation(Behaviour.STATUS)).isEmpty();
    }

    @Test
    void for_its_client_by_the_secret_it_sends() {
      on(
          Behaviour.STATUS,
          Activation.always().at("token").forClient("portal.orgao.exemplo.gov.br"));
      assertThat(service.exchange("x").status()).isEqualTo(400);
      assertThat(
              service
                  .token(RelyingParty.tokenParameters("x"), "portal.orgao.exemplo.gov.br", "y")
                  .status())
          .isEqualTo(503);
    }

    @Test
    void for_its_client_by_the_form_it_sends() {
      on(Behaviour.STATUS, Activation.always().at("token").forClient(RelyingParty.CLIENT_ID));
      var form = RelyingParty.tokenParameters("x");
      assertThat(service.send(service.form("/token", form).build()).status()).isEqualTo(401);
      form.put("client_id", RelyingParty.CLIENT_ID);
      assertThat(service.send(service.form("/token", form).build()).status()).isEqualTo(503);
    }

    @Test
    void for_its_persona_by_the_code() {
      on(Behaviour.STATUS, Activation.always().at("token").forPersona("cin"));
      assertThat(service.exchange(service.code("ouro-otp")).status()).isEqualTo(200);
      assertThat(service.exchange(service.code("cin")).status()).isEqualTo(503);
    }

    @Test
    void for_its_persona_by_the_access_token() {
      String ouro = service.tokens("ouro-otp").accessToken();
      String cin = service.tokens("cin").accessToken();
      on(Behaviour.STATUS, Activation.always().at("userinfo").forPersona("cin"));
      assertThat(service.get("/userinfo", ouro).status()).isEqualTo(200);
      assertThat(service.get("/userinfo", cin).status()).isEqualTo(503);
    }

    @Test
    void for_its_persona_in_the_id_token() {
      on(Behaviour.SEM_NONCE, Activation.always().forPersona("cin"));
      assertThat(service.tokens("ouro-otp").idClaims().has("nonce")).isTrue();
      assertThat(service.tokens("cin").idClaims().has("nonce")).isFalse();
    }

    @Test
    void on_gov_br_and_never_on_the_control_addresses() {
      on(Behaviour.STATUS, Activation.always());
      assertThat(service.get("/simulador/saude").status()).isEqualTo(200);
      assertThat(service.get("/govbr-ds/govbr.css").status()).isEqualTo(200);
      assertThat(service.get("/login").status()).isEqualTo(503);
    }
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
