package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Password revalidation")
class RevalidacaoTest {

  private static final String CLIENT = "senha.teste.exemplo.gov.br";
  private static final String SECRET = "segredo-da-revalidacao-de-teste";
  private static final String BACK = "http://localhost:1/senha";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser browser;

  @BeforeEach
  void register() {
    RUNNING
        .govbr()
        .clients()
        .register(
            Client.of(CLIENT, SECRET)
                .named("Serviço que confirma a senha")
                .returningTo(BACK)
                .provisionedWith("password-validation"));
    browser = RUNNING.newBrowser();
  }

  @Test
  void tells_who_typed_the_password_in_a_token_of_its_own_key() throws Exception {
    browser.open(authorize(Map.of("state", "estado")));
    browser.press("#submit-button", maria("Senha-ouro-otp-1"));
    assertThat(browser.address().toString()).startsWith(BACK + "?code=");
    assertThat(browser.parameters()).containsEntry("state", "estado");

    JsonNode answer = exchange(browser.parameters().get("code")).json();
    assertThat(answer.has("id_token")).isFalse();
    assertThat(answer.get("token_type").asText()).isEqualTo("Bearer");
    String token = answer.get("access_token").asText();
    assertThat(RelyingParty.part(token, 1).get("sub").asText()).isEqualTo("98765432100");
    JsonNode key = RUNNING.service().get("/oauth/v1/jwks").json().at("/keys/0");
    assertThat(RelyingParty.part(token, 0).get("kid")).isEqualTo(key.get("kid"));
    assertThat(JWSObject.parse(token).verify(new RSASSAVerifier(RSAKey.parse(key.toString()))))
        .isTrue();
    assertThat(key.get("n"))
        .isNotEqualTo(RUNNING.service().get("/jwk").json().at("/keys/0").get("n"));
  }

  @Test
  void asks_whoever_is_signed_in_for_the_password_only() {
    browser.open(RUNNING.service().authorizeUrl()).press("button[data-persona=ouro-otp]");
    browser.open(authorize(Map.of()));
    assertThat(browser.page().select("#accountId")).isEmpty();
    browser.press("#submit-button", Map.of("password", "Senha-ouro-otp-1"));
    assertThat(browser.parameters()).containsKey("code").doesNotContainKey("state");
  }

  @Test
  void is_told_to_try_again_after_a_wrong_password() {
    browser.open(authorize(Map.of())).press("#submit-button", maria("errada"));
    assertThat(browser.page().select("#error-message-id").text()).contains("senha inválidos");
  }

  @Test
  void comes_back_without_a_code_when_cancelled() {
    browser.open(authorize(Map.of("state", "e"))).press("#cancel");
    assertThat(browser.parameters())
        .containsEntry("error", "access_denied")
        .containsEntry("state", "e");
  }

  @Test
  void gives_codes_that_last_two_minutes_and_work_once() {
    String code = code();
    assertThat(exchange(code).status()).isEqualTo(200);
    assertThat(exchange(code).json().get("error").asText()).isEqualTo("invalid_grant");
    String late = code();
    RUNNING.govbr().clock().shift(Duration.ofSeconds(121));
    assertThat(exchange(late).status()).isEqualTo(400);
  }

  @Test
  void takes_its_parameters_in_the_query_too_as_its_document_shows() {
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .form("/oauth/v1/token?" + RelyingParty.encode(form(code())), Map.of())
                    .header("Authorization", RelyingParty.basic(CLIENT, SECRET))
                    .build());
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, " + RelyingParty.CLIENT_ID,
    "client_id, desconhecido.example",
    "redirect_uri, http://localhost:1/outro",
    "response_type, token",
  })
  void sends_nobody_anywhere_when_the_request_is_not_for_it(String parameter, String value) {
    browser.open(authorize(Map.of(parameter, value)));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("credencial própria");
  }

  @Test
  void refuses_another_scope() {
    browser.open(authorize(Map.of("scope", "openid")));
    assertThat(browser.parameters()).containsEntry("error", "invalid_scope");
  }

  @Test
  void is_not_for_the_credential_of_the_login() {
    Map<String, String> form = form(code());
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .form("/oauth/v1/token", form)
                    .header(
                        "Authorization",
                        RelyingParty.basic(RelyingParty.CLIENT_ID, RelyingParty.SECRET))
                    .build());
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void gives_a_credential_that_is_not_for_the_login() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("client_id", CLIENT);
    request.put("redirect_uri", BACK);
    browser.open(RUNNING.service().authorizeUrl(request));
    assertThat(browser.parameters()).containsEntry("error", "invalid_scope");
  }

  @Test
  void refuses_a_form_that_another_site_made() {
    browser.open(authorize(Map.of()));
    Map<String, String> forged = new LinkedHashMap<>(maria("Senha-ouro-otp-1"));
    forged.put("_csrf", "forjado");
    browser.post(URI.create(authorize(Map.of())), forged);
    assertThat(browser.status()).isEqualTo(403);
  }

  @Test
  void gives_a_token_that_opens_no_other_api() {
    String token = exchange(code()).json().get("access_token").asText();
    assertThat(RUNNING.service().get("/userinfo", token).status()).isEqualTo(401);
  }

  private String code() {
    Browser another = RUNNING.newBrowser().open(authorize(Map.of()));
    another.press("#submit-button", maria("Senha-ouro-otp-1"));
    return another.parameters().get("code");
  }

  private static Map<String, String> maria(String password) {
    return Map.of("accountId", "987.654.321-00", "password", password);
  }

  private static Map<String, String> form(String code) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        BACK,
        "client_id",
        CLIENT);
  }

  private static Answer exchange(String code) {
    return RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .form("/oauth/v1/token", form(code))
                .header("Authorization", RelyingParty.basic(CLIENT, SECRET))
                .build());
  }

  private static String authorize(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("response_type", "code");
    all.put("client_id", CLIENT);
    all.put("scope", "password-validation");
    all.put("redirect_uri", BACK);
    all.putAll(changes);
    return RUNNING.govbr().baseUrl() + "/oauth/v1/authorize?" + RelyingParty.encode(all);
  }
}
