package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("On demand gov.br")
class MoreBehavioursTest {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Test
  void answers_nothing() {
    on(Behaviour.CORPO_VAZIO, Activation.always().at("descoberta"));
    Answer answer = service.get(DISCOVERY);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void answers_byte_by_byte() {
    on(Behaviour.A_CONTA_GOTAS, Activation.always().with("bytes", 20).with("ms", 5));
    assertThat(service.get(DISCOVERY).bytes()).hasSize(20);
  }

  @Test
  void answers_byte_by_byte_longer_than_anybody_waits() {
    on(Behaviour.A_CONTA_GOTAS, Activation.always().with("ms", 600_000));
    assertThatThrownBy(
            () -> RawHttp.get(RUNNING.govbr().baseUrl(), DISCOVERY, Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void says_that_there_were_too_many_calls() {
    on(Behaviour.LIMITE_DE_CHAMADAS, Activation.always().with("segundos", 7));
    Answer answer = service.get(DISCOVERY);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("7");
  }

  @Test
  void is_out_of_service() {
    on(Behaviour.FORA_DO_AR, Activation.always());
    Browser browser = RUNNING.newBrowser().open(service.authorizeUrl());
    assertThat(browser.status()).isEqualTo(503);
    assertThat(browser.text()).contains("fora do ar").contains("SIMULADOR: dados fictícios");
  }

  @Test
  void drops_the_calls_of_one_address_only() {
    on(Behaviour.FIREWALL, Activation.always().from("192.0.2.1"));
    assertThat(service.get(DISCOVERY).status()).isEqualTo(200);
    on(Behaviour.FIREWALL, Activation.always().from("127.0.0.1"));
    assertThatThrownBy(() -> RawHttp.get(RUNNING.govbr().baseUrl(), DISCOVERY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void rotates_its_key_to_another_name() throws Exception {
    on(Behaviour.CHAVE_TROCADA_KID_NOVO, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    JsonNode key = service.get("/jwk").json().at("/keys/0");
    assertThat(key.get("kid").asText()).isEqualTo("rsa2");
    assertThat(tokens.idHeader().get("kid").asText()).isEqualTo("rsa2");
    assertThat(
            JWSObject.parse(tokens.idToken())
                .verify(new RSASSAVerifier(RSAKey.parse(key.toString()))))
        .isTrue();
    assertThat(service.get("/userinfo", tokens.accessToken()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAVE_TROCADA_MESMO_KID", "CHAVE_TROCADA_KID_NOVO"})
  void does_not_rotate_its_key_for_one_answer_only(Behaviour rotation) {
    Answer answer =
        service.send(
            service
                .request("/simulador/comportamentos/" + rotation.label())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"vezes\":1}"))
                .build());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("erro").asText()).contains("vale até ser desligado");
  }

  @Test
  void signs_with_its_public_key_as_a_secret() throws Exception {
    on(Behaviour.HS256_COM_CHAVE_PUBLICA, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    assertThat(tokens.idHeader().get("alg").asText()).isEqualTo("HS256");
    RSAPublicKey published =
        RSAKey.parse(service.get("/jwk").json().at("/keys/0").toString()).toRSAPublicKey();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(published.getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    assertThat(
            JWSObject.parse(tokens.idToken())
                .verify(new MACVerifier(pem.getBytes(StandardCharsets.US_ASCII))))
        .isTrue();
  }

  @Test
  void does_not_say_which_key_it_signed_with() {
    on(Behaviour.SEM_KID, Activation.always());
    assertThat(service.tokens("ouro-otp").idHeader().has("kid")).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "aud-em-lista | /aud | [\"servico.teste.exemplo.gov.br\"]",
        "amr-em-texto | /amr | \"passwd mfa otp\"",
        "azp-errado | /azp | \"outro-servico.exemplo.gov.br\"",
        "sem-claim | /name | ",
        "nivel-desconhecido | /reliability_info/level | \"diamond\"",
        "selo-desconhecido | /reliability_info/reliabilities/2/id | \"9999\"",
        "amr-desconhecido | /amr | [\"passwd\",\"mfa\",\"otp\",\"iris\"]",
      })
  void tells_odd_things_in_the_id_token(String name, String pointer, String value) {
    on(Behaviour.named(name).orElseThrow(), Activation.always());
    JsonNode claim = service.tokens("ouro-otp").idClaims().at(pointer);
    assertThat(claim.toString()).isEqualTo(value == null ? "" : value);
  }

  @Test
  void writes_the_scope_of_the_id_token_as_a_text() {
    on(Behaviour.ESCOPO_EM_TEXTO, Activation.always());
    assertThat(service.tokens("ouro-otp").idClaims().get("scope").asText()).startsWith("openid ");
  }

  @Test
  void leaves_out_whatever_claim_it_is_told() {
    on(Behaviour.SEM_CLAIM, Activation.always().with("nome", "aud"));
    assertThat(service.tokens("ouro-otp").idClaims().has("aud")).isFalse();
  }

  @Test
  void issues_in_the_future() {
    on(Behaviour.IAT_NO_FUTURO, Activation.always());
    JsonNode claims = service.tokens("ouro-otp").idClaims();
    assertThat(claims.get("iat").asLong()).isGreaterThan(claims.get("exp").asLong());
  }

  @Test
  void has_a_clock_that_is_wrong() {
    RUNNING.govbr().clock().stopAt(RUNNING.govbr().clock().instant());
    long now = RUNNING.govbr().clock().instant().getEpochSecond();
    on(Behaviour.RELOGIO_TORTO, Activation.always().with("segundos", -120));
    JsonNode claims = service.tokens("ouro-otp").idClaims();
    assertThat(claims.get("iat").asLong()).isEqualTo(now - 120);
    assertThat(claims.get("exp").asLong()).isEqualTo(now - 60);
    assertThat(claims.get("auth_time").asLong()).isEqualTo(now - 120);
  }

  @Test
  void does_not_check_the_code_verifier() {
    on(Behaviour.PKCE_NAO_CONFERIDO, Activation.always());
    Map<String, String> form = RelyingParty.tokenParameters(service.code("ouro-otp"));
    form.put("code_verifier", RelyingParty.VERIFIER + "x");
    assertThat(service.token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET).status())
        .isEqualTo(200);
  }

  @Test
  void gives_an_access_token_that_has_expired() {
    on(Behaviour.ACCESS_TOKEN_VENCIDO, Activation.always());
    String token = service.tokens("ouro-otp").accessToken();
    assertThat(service.get("/userinfo", token).status()).isEqualTo(401);
  }

  @Test
  void gives_no_id_token() {
    on(Behaviour.SEM_ID_TOKEN, Activation.always());
    assertThat(service.exchange(service.code("ouro-otp")).json().has("id_token")).isFalse();
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
