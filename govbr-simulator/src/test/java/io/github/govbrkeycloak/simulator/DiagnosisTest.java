package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The journal")
class DiagnosisTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static final Journal JOURNAL = new Journal(RUNNING);

  @Test
  void objects_to_nothing_in_a_correct_login_and_logout() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=ouro-otp]").press("#authorize");
    String token =
        RUNNING.service().exchange(browser.parameters().get("code")).tokens().accessToken();
    RUNNING.service().get("/userinfo", token);
    browser.open(
        RUNNING.govbr().baseUrl()
            + "/logout?"
            + RelyingParty.encode(Map.of("post_logout_redirect_uri", RelyingParty.LOGOUT_URI)));
    JOURNAL.last("logout");
    assertThat(JOURNAL.calls()).hasSizeGreaterThan(4);
    assertThat(JOURNAL.calls()).allSatisfy(call -> assertThat(Journal.codes(call)).isEmpty());
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "client_id, 'servico.teste.exemplo.gov.br ', cliente-desconhecido, apague o espaço",
    "client_id, outro.example, cliente-desconhecido, confira o ambiente",
    "redirect_uri, http://localhost:1/volta/, retorno-nao-registrado, sobra a barra final",
    "redirect_uri, https://localhost:1/volta, retorno-nao-registrado, http no lugar de https",
    "scope, openid inexistente, escopo-nao-liberado, peça a liberação",
    "scope, profile, sem-openid, não há id_token",
    "scope, openid+email, escopo-com-mais, separe os escopos",
    "response_type, token, response-type, deve ser code",
    "state, '', sem-state, a cada entrada",
    "nonce, '', sem-nonce, a cada entrada",
    "state, abc, state-curto, curto demais",
    "nonce, 123, nonce-curto, curto demais",
    "code_challenge_method, plain, pkce-sem-s256, deve ser S256",
  })
  void tells_what_is_wrong_with_a_request_to_authorize(
      String parameter, String value, String code, String sentence) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put(parameter, value);
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    assertThat(findingsAfter("authorize"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.get("codigo").asText()).isEqualTo(code);
              assertThat(finding.get("texto").asText()).contains(sentence);
              assertThat(finding.get("gravidade").asText()).isIn("ERRO", "AVISO");
            });
  }

  @Test
  void tells_that_pkce_is_missing() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.remove("code_challenge");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    assertThat(JOURNAL.codes("authorize")).containsExactly("sem-pkce");
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "code, inventado, codigo-invalido",
    "redirect_uri, http://localhost:1/outra, retorno-diferente",
    "code_verifier, curto, verificador-errado",
  })
  void tells_what_is_wrong_with_a_request_to_token(String parameter, String value, String code) {
    Map<String, String> form = RelyingParty.tokenParameters(RUNNING.service().code("ouro-otp"));
    form.put(parameter, value);
    RUNNING.service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET);
    assertThat(JOURNAL.codes("token")).containsExactly(code);
  }

  @Test
  void tells_used_expired_and_stolen_codes_apart() {
    String code = RUNNING.service().code("ouro-otp");
    RUNNING.service().exchange(code);
    RUNNING.service().exchange(code);
    assertThat(Journal.codes(JOURNAL.last("token", 2))).containsExactly("codigo-repetido");

    String late = RUNNING.service().code("cin");
    RUNNING.govbr().clock().shift(Duration.ofMinutes(3));
    RUNNING.service().exchange(late);
    assertThat(Journal.codes(JOURNAL.last("token", 3))).containsExactly("codigo-vencido");

    RUNNING
        .service()
        .token(
            RelyingParty.tokenParameters(RUNNING.service().code("bronze-senha")),
            "portal.orgao.exemplo.gov.br",
            "segredo-do-portal-na-demonstracao");
    assertThat(Journal.codes(JOURNAL.last("token", 4))).containsExactly("codigo-de-outro-servico");
  }

  @Test
  void tells_that_state_and_nonce_came_back() {
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    assertThat(Journal.codes(JOURNAL.last("authorize", 2)))
        .containsExactly("state-repetido", "nonce-repetido");
  }

  @Test
  void tells_that_a_parameter_came_twice() {
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl() + "&prompt=none&prompt=login");
    assertThat(JOURNAL.codes("authorize")).containsExactly("parametro-repetido");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Chrome/130.0 Mobile"
            + " Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
      })
  void tells_that_an_application_shows_the_login_page(String userAgent) {
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/authorize?" + RelyingParty.encode(RelyingParty.authorizeParameters()))
                .header("User-Agent", userAgent)
                .build());
    assertThat(JOURNAL.codes("authorize")).containsExactly("webview");
  }

  @ParameterizedTest
  @CsvSource({
    RelyingParty.CLIENT_ID + ", '" + RelyingParty.SECRET + " ', segredo-com-espaco",
    RelyingParty.CLIENT_ID + ", errado, segredo-errado",
    "outro.example, errado, cliente-desconhecido",
  })
  void tells_what_is_wrong_with_a_credential(String client, String secret, String code) {
    RUNNING.service().token(Map.of("grant_type", "client_credentials"), client, secret);
    assertThat(JOURNAL.codes("token")).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({"refresh_token, sem-refresh", "password, grant-type", "'', grant-type"})
  void tells_which_grants_gov_br_does_not_have(String grantType, String code) {
    RUNNING
        .service()
        .token(
            Map.of("grant_type", grantType, "refresh_token", "x"),
            RelyingParty.CLIENT_ID,
            RelyingParty.SECRET);
    assertThat(JOURNAL.codes("token")).containsExactly(code);
  }

  @Test
  void tells_how_the_parameters_of_token_should_come() {
    Map<String, String> form = RelyingParty.tokenParameters(RUNNING.service().code("ouro-otp"));
    form.put("client_id", RelyingParty.CLIENT_ID);
    form.put("client_secret", RelyingParty.SECRET);
    RUNNING.service().send(RUNNING.service().form("/token", form).build());
    assertThat(JOURNAL.codes("token")).containsExactly("credencial-no-formulario");

    String basic = RelyingParty.basic(RelyingParty.CLIENT_ID, RelyingParty.SECRET);
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/token?grant_type=client_credentials")
                .header("Authorization", basic)
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(Journal.codes(JOURNAL.last("token", 2))).containsExactly("parametros-na-url");

    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/token")
                .header("Authorization", basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"authorization_code\"}"))
                .build());
    assertThat(Journal.codes(JOURNAL.last("token", 3)))
        .containsExactly("corpo-nao-formulario", "grant-type");
  }

  @Test
  void tells_that_there_is_no_credential() {
    RUNNING
        .service()
        .send(RUNNING.service().form("/token", Map.of("grant_type", "client_credentials")).build());
    assertThat(JOURNAL.codes("token")).containsExactly("sem-credencial");
  }

  @Test
  void tells_that_a_browser_asked_for_tokens() {
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .form("/token", Map.of("grant_type", "client_credentials"))
                .header("Origin", "https://meu.example")
                .header(
                    "Authorization",
                    RelyingParty.basic(RelyingParty.CLIENT_ID, RelyingParty.SECRET))
                .build());
    assertThat(JOURNAL.codes("token")).containsExactly("token-no-navegador");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, '', '', saida-sem-endereco",
    "GET, post_logout_redirect_uri=http://localhost:1/saiu?de=govbr/, '', saida-nao-registrada",
    "POST, '', post_logout_redirect_uri=x, saida-no-corpo",
    "GET, post_logout_redirect_uri=http://localhost:1/saiu?de%3Dgovbr&id_token_hint=x, '',"
        + " saida-com-parametros",
    "GET, post_logout_redirect_uri=http://localhost:1/saiu?de%3Dgovbr&state=x, '',"
        + " saida-com-parametros",
  })
  void tells_why_a_logout_fails(String method, String query, String body, String code) {
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/logout?" + query)
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertThat(JOURNAL.codes("logout")).containsExactly(code);
  }

  @Test
  void tells_that_a_server_cannot_sign_a_person_out() {
    RUNNING
        .service()
        .get(
            "/logout?"
                + RelyingParty.encode(Map.of("post_logout_redirect_uri", RelyingParty.LOGOUT_URI)));
    assertThat(JOURNAL.codes("logout")).containsExactly("saida-fora-do-navegador");
    assertThat(JOURNAL.last("logout").get("cliente").asText()).isEqualTo(RelyingParty.CLIENT_ID);
  }

  @Test
  void repeats_nothing_that_was_sent() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("redirect_uri", "https://x.example/98765432100?segredo=abc<script>");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    assertThat(findingsAfter("authorize").toString())
        .doesNotContain("98765432100")
        .doesNotContain("abc")
        .doesNotContain("script");
  }

  private static List<JsonNode> findingsAfter(String endpoint) {
    List<JsonNode> findings = new ArrayList<>();
    JOURNAL.last(endpoint).get("achados").forEach(findings::add);
    return findings;
  }
}
