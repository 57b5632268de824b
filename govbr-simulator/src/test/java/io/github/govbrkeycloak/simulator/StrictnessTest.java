package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What gov.br refuses, the simulator refuses:")
class StrictnessTest {

  private static final String CPF = "98765432100";
  private static final String OTHER = "12345678909";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  static String[] apis() {
    return new String[] {
      "/userinfo",
      "/userinfo/picture",
      "/confiabilidades/v3/contas/" + CPF + "/niveis",
      "/confiabilidades/v3/contas/" + CPF + "/categorias",
      "/confiabilidades/v3/contas/" + CPF + "/confiabilidades",
      "/confiabilidades/v2/contas/" + CPF + "/categorias",
      "/confiabilidades/v2/contas/" + CPF + "/confiabilidades",
      "/empresas/v2/empresas?filtrar-por-participante=" + CPF,
      "/empresas/v2/empresas/12ABC34501DE35/participantes/" + CPF,
      "/api/x509/info",
      "/procuracoes/v2/procuracoes",
      "/procuracoes/v1/procuracoes",
    };
  }

  @ParameterizedTest
  @MethodSource("apis")
  void a_token_older_than_an_hour(String path) {
    String token = accessToken();
    RUNNING.govbr().clock().shift(Duration.ofMinutes(59));
    assertThat(RUNNING.service().get(path, token).status()).isNotEqualTo(401);
    RUNNING.govbr().clock().shift(Duration.ofMinutes(61));
    assertRefused(RUNNING.service().get(path, token));
  }

  @ParameterizedTest
  @MethodSource("apis")
  void a_token_in_the_query(String path) {
    String separator = path.contains("?") ? "&" : "?";
    assertRefused(RUNNING.service().get(path + separator + "access_token=" + accessToken()));
  }

  @ParameterizedTest
  @MethodSource("apis")
  void an_id_token_in_place_of_an_access_token(String path) {
    assertRefused(RUNNING.service().get(path, tokens().idToken()));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SEM_ASSINATURA", "ASSINATURA_ERRADA", "HS256_COM_CHAVE_PUBLICA", "ISS_ERRADO"})
  void a_token_somebody_else_made(Behaviour forgery) {
    RUNNING
        .govbr()
        .behaviours()
        .activate(forgery, Activation.always().with("token", "access_token"));
    String forged = accessToken();
    for (String path : apis()) {
      assertRefused(RUNNING.service().get(path, forged));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/confiabilidades/v3/contas/" + OTHER + "/niveis",
        "/confiabilidades/v2/contas/" + OTHER + "/categorias",
        "/confiabilidades/v2/contas/" + OTHER + "/confiabilidades",
        "/empresas/v2/empresas/12ABC34501DE35/participantes/" + OTHER,
      })
  void a_cpf_that_is_not_the_tokens(String path) {
    Answer answer = RUNNING.service().get(path, accessToken());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/errors/0/code").asText())
        .isEqualTo("REQUEST_ACCOUNTID_MUSTMATCHACCESSTOKENSUB");
  }

  @ParameterizedTest(name = "a verifier of {0} characters: {1}")
  @CsvSource({"42, 400", "43, 200", "128, 200", "129, 400"})
  void a_code_verifier_too_short_or_too_long(int length, int status) {
    assertThat(exchangeWith("a".repeat(length)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "/", "=", " ", "%"})
  void a_code_verifier_with_other_characters(String character) {
    Answer answer = exchangeWith("a".repeat(43) + character);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({"plain", "S512", "s256", "''"})
  void any_pkce_but_s256(String method) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("code_challenge_method", method);
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    assertThat(browser.parameters())
        .containsEntry("error", "invalid_request")
        .doesNotContainKey("code");
  }

  /** The hash is right, so only the form of the verifier can be what is refused. */
  private static Answer exchangeWith(String verifier) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("code_challenge", RelyingParty.challenge(verifier));
    Map<String, String> form =
        RelyingParty.tokenParameters(RUNNING.service().code("ouro-otp", request));
    form.put("code_verifier", verifier);
    return RUNNING.service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET);
  }

  private static String accessToken() {
    return tokens().accessToken();
  }

  /** With every scope there is, so that no API refuses them for want of one. */
  private static Tokens tokens() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put(
        "scope",
        AgentLogin.SCOPES
            + " govbr_empresa govbr_confiabilidades"
            + " govbr_recupera_certificadox509");
    return RUNNING.service().tokens("ouro-otp", request);
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).contains("rror").doesNotContain(CPF);
  }
}
