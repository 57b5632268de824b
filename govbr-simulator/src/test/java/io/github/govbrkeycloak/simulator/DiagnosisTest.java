package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(findingsAfter("logout")).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "client_id, 'servico.teste.exemplo.gov.br ', cliente-desconhecido, apague o espaço",
    "client_id, outro.example, cliente-desconhecido, confira o ambiente",
    "redirect_uri, http://localhost:1/volta/, retorno-nao-registrado, sobra a barra final",
    "redirect_uri, https://localhost:1/volta, retorno-nao-registrado, http no lugar de https",
    "scope, openid inexistente, escopo-nao-liberado, peça a liberação",
    "scope, profile, sem-openid, não há id_token",
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
    assertThat(codesAfter("authorize")).containsExactly("sem-pkce");
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
    assertThat(codesAfter("token")).containsExactly(code);
  }

  @Test
  void tells_that_a_code_was_used_before() {
    String code = RUNNING.service().code("ouro-otp");
    RUNNING.service().exchange(code);
    RUNNING.service().exchange(code);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(codes()).containsExactly("codigo-invalido"));
  }

  @ParameterizedTest
  @CsvSource({
    RelyingParty.CLIENT_ID + ", '" + RelyingParty.SECRET + " ', segredo-com-espaco",
    RelyingParty.CLIENT_ID + ", errado, segredo-errado",
    "outro.example, errado, cliente-desconhecido",
  })
  void tells_what_is_wrong_with_a_credential(String client, String secret, String code) {
    RUNNING.service().token(Map.of("grant_type", "client_credentials"), client, secret);
    assertThat(codesAfter("token")).containsExactly(code);
  }

  @Test
  void tells_that_there_is_no_credential() {
    RUNNING
        .service()
        .send(RUNNING.service().form("/token", Map.of("grant_type", "client_credentials")).build());
    assertThat(codesAfter("token")).containsExactly("sem-credencial");
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
    assertThat(codesAfter("token")).containsExactly("token-no-navegador");
  }

  @Test
  void tells_why_a_logout_strands_people() {
    RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/logout");
    assertThat(codesAfter("logout")).containsExactly("saida-sem-endereco");
    RUNNING.govbr().calls().clear();
    RUNNING
        .newBrowser()
        .open(
            RUNNING.govbr().baseUrl()
                + "/logout?"
                + RelyingParty.encode(
                    Map.of("post_logout_redirect_uri", RelyingParty.LOGOUT_URI + "/")));
    assertThat(codesAfter("logout")).containsExactly("saida-nao-registrada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3/contas/1/niveis", "v3/contas/1/categorias", "v2/contas/1/categorias"})
  void tells_that_an_api_is_obsolete(String path) {
    RUNNING.service().get("/confiabilidades/" + path);
    assertThat(findingsAfter(null))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.get("codigo").asText()).isEqualTo("api-obsoleta");
              assertThat(finding.get("gravidade").asText()).isEqualTo("OBSOLETO");
            });
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

  @Test
  void has_every_code_in_the_guide() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "simulador", "diagnostico.md"));
    for (String code :
        List.of(
            "cliente-desconhecido",
            "retorno-nao-registrado",
            "escopo-nao-liberado",
            "sem-openid",
            "response-type",
            "sem-state",
            "sem-nonce",
            "state-curto",
            "nonce-curto",
            "sem-pkce",
            "pkce-sem-s256",
            "codigo-invalido",
            "retorno-diferente",
            "verificador-errado",
            "segredo-com-espaco",
            "segredo-errado",
            "sem-credencial",
            "token-no-navegador",
            "saida-sem-endereco",
            "saida-nao-registrada",
            "api-obsoleta")) {
      assertThat(guide).contains("`" + code + "`");
    }
  }

  /** The journal is written when the answer is complete, so maybe a moment after it arrived. */
  private static List<JsonNode> findingsAfter(String endpoint) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                RUNNING.govbr().calls().entries().stream()
                    .anyMatch(call -> endpoint == null || endpoint.equals(call.endpoint())));
    List<JsonNode> findings = new ArrayList<>();
    for (JsonNode call : RUNNING.service().get("/simulador/chamadas").json()) {
      call.get("achados").forEach(findings::add);
    }
    return findings;
  }

  private static List<String> codesAfter(String endpoint) {
    return findingsAfter(endpoint).stream().map(found -> found.get("codigo").asText()).toList();
  }

  private static List<String> codes() {
    return codesAfter(null);
  }
}
