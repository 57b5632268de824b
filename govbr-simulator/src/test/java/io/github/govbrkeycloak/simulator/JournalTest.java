package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The journal of calls")
class JournalTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static final Journal JOURNAL = new Journal(RUNNING);

  @Test
  void keeps_what_is_harmless_and_of_the_rest_the_length() {
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    JsonNode call = JOURNAL.last("authorize");
    assertThat(value(call, "response_type")).isEqualTo("code");
    assertThat(value(call, "code_challenge_method")).isEqualTo("S256");
    assertThat(value(call, "client_id")).isEqualTo(RelyingParty.CLIENT_ID);
    assertThat(value(call, "redirect_uri")).isEqualTo(RelyingParty.REDIRECT_URI);
    assertThat(value(call, "scope")).startsWith("openid email phone");
    for (String secret : List.of("state", "nonce", "code_challenge")) {
      assertThat(Journal.sent(call, secret).get("valor").isNull()).as(secret).isTrue();
      assertThat(Journal.sent(call, secret).get("tamanho").asInt()).isGreaterThan(10);
    }
  }

  @Test
  void says_in_what_an_address_differs() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("redirect_uri", RelyingParty.REDIRECT_URI + "/");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    JsonNode sent = Journal.sent(JOURNAL.last("authorize"), "redirect_uri");
    assertThat(sent.get("valor").isNull()).isTrue();
    assertThat(sent.get("nota").asText()).isEqualTo("não registrada: sobra a barra final");
  }

  @Test
  void says_how_a_service_told_who_it_is() {
    RUNNING.service().exchange("x");
    JsonNode sent = Journal.sent(JOURNAL.last("token"), "Authorization");
    assertThat(sent.get("valor").asText()).isEqualTo("Basic");
    assertThat(sent.get("nota").asText())
        .contains(RelyingParty.CLIENT_ID)
        .contains("client_secret de " + RelyingParty.SECRET.length() + " letras");
    assertThat(value(JOURNAL.last("token"), "User-Agent")).isEqualTo("programa");
  }

  @Test
  void ties_all_calls_of_a_login_together() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=ouro-otp]").press("#authorize");
    Tokens first = RUNNING.service().exchange(browser.parameters().get("code")).tokens();
    RUNNING.service().get("/userinfo", first.accessToken());
    browser.open(RUNNING.service().authorizeUrl());
    RUNNING.service().exchange(browser.parameters().get("code"));
    JOURNAL.last("token", 2);

    List<JsonNode> calls = JOURNAL.calls();
    String login = calls.get(0).get("entrada").asText();
    List<String> addresses =
        calls.stream()
            .filter(call -> call.get("entrada").asText().equals(login))
            .map(call -> call.get("endpoint").asText())
            .distinct()
            .toList();
    assertThat(addresses).containsExactly("authorize", "login", "token", "userinfo");
    List<String> later =
        calls.stream()
            .filter(call -> !call.get("entrada").asText().equals(login))
            .map(call -> call.get("entrada").asText())
            .distinct()
            .toList();
    assertThat(later).as("the second login").hasSize(1);
    JsonNode only = RUNNING.service().get("/simulador/chamadas?entrada=" + later.get(0)).json();
    assertThat(only.findValuesAsText("endpoint")).containsExactly("authorize", "token");
  }

  @Test
  void says_where_an_answer_leads() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    assertDestination("authorize", "PAGINA_DE_ENTRADA");
    browser.press("#cancel");
    assertDestination("login", "VOLTA_CANCELADA");
    browser.open(RUNNING.service().authorizeUrl()).press("button[data-persona=ouro-otp]");
    browser.press("#authorize");
    assertDestination("login", "VOLTA_COM_CODIGO");
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "inexistente");
    browser.open(RUNNING.service().authorizeUrl(request));
    assertDestination("authorize", "VOLTA_COM_ERRO");
    browser.open(
        RUNNING.govbr().baseUrl()
            + "/logout?"
            + RelyingParty.encode(Map.of("post_logout_redirect_uri", RelyingParty.LOGOUT_URI)));
    assertDestination("logout", "VOLTA_DA_SAIDA");
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint=token, token",
    "endpoint=nenhum, null",
    "cliente=sem-selos.orgao.exemplo.gov.br, token",
    "achados=sim&endpoint=jwk, ",
    "endpoint=jwk, jwk",
    "numero=999999, ",
    "numero=abc, ",
  })
  void shows_what_it_is_asked_for(String query, String endpoint) {
    RUNNING.service().get("/jwk");
    RUNNING.service().get("/nada");
    RUNNING.service().token(Map.of(), "sem-selos.orgao.exemplo.gov.br", "x");
    JOURNAL.last("token");
    List<String> found =
        RUNNING.service().get("/simulador/chamadas?" + query).json().findValuesAsText("endpoint");
    assertThat(found).isEqualTo(endpoint == null ? List.of() : List.of(endpoint));
  }

  @Test
  void hides_names_that_may_be_secrets_and_counts_the_rest() {
    String many =
        IntStream.range(0, 60)
            .mapToObj(i -> "n" + "a".repeat(i) + "=1")
            .collect(Collectors.joining("&"));
    RUNNING.service().get("/jwk?98765432100=x&maria@exemplo.gov.br=x&eyJhbGciOiJSUzI1NiJ9.e30.x=1");
    assertThat(JOURNAL.last("jwk").toString())
        .contains("(nome oculto)")
        .doesNotContain("98765432100")
        .doesNotContain("maria")
        .doesNotContain("eyJ");
    RUNNING.service().get("/jwk?" + many);
    assertThat(Journal.sent(JOURNAL.last("jwk", 2), "(outros)").get("nota").asText())
        .isEqualTo("mais 36 parâmetros");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MinhaSenhaSecreta", "maria-da-silva", "Scope", "state_x", "valor"})
  void hides_a_name_it_does_not_know_wherever_it_stands(String name) {
    Map<String, String> form = Map.of(name, "1");
    RUNNING.service().get("/jwk?" + RelyingParty.encode(form));
    RUNNING.service().send(RUNNING.service().form("/token", form).build());
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/userinfo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"" + name + "\":{\"" + name + "\":1}}"))
                .build());
    for (String endpoint : List.of("jwk", "token", "userinfo")) {
      JsonNode call = JOURNAL.last(endpoint);
      assertThat(Journal.sent(call, "(nome oculto)").get("nota").asText())
          .isEqualTo("nome de " + name.length() + " letras");
      assertThat(call.get("enviado").findValuesAsText("nome")).doesNotContain(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acr_values", "id_token_hint", "refresh_token", "filtrar-por-procurador"})
  void keeps_the_names_that_services_send_for_good_or_by_mistake(String name) {
    RUNNING.service().get("/jwk?" + name + "=x");
    assertThat(Journal.sent(JOURNAL.last("jwk"), name).get("valor").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type",
        "grant_type",
        "scope",
        "client_id",
        "redirect_uri",
        "post_logout_redirect_uri",
        "prompt",
        "niveis",
        "code_challenge_method",
        "filtrar-por-situacao",
        "operation"
      })
  void repeats_no_value_it_does_not_know_whatever_its_name(String name) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String value :
        List.of("98765432100", "<script>", "maria@exemplo.gov.br", "1,2,7777777777777")) {
      form.put(name, value);
      RUNNING.service().get("/jwk?" + RelyingParty.encode(form));
      RUNNING.service().send(RUNNING.service().form("/token", form).build());
    }
    JOURNAL.last("token", 4);
    assertThat(JOURNAL.calls().toString())
        .contains("\"" + name + "\"")
        .doesNotContain("98765432100", "<script>", "maria", "7777777777777");
  }

  @Test
  void names_the_fields_of_a_json_body_and_nothing_in_them() {
    Persona maria = RUNNING.govbr().persona("ouro-otp");
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/pre-registro/v2/contas/" + maria.cpf())
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        "{\"nome\":\"Maria\",\"senha\":\"Segredo-1\",\"dadosAtendimento\":"
                            + "{\"nomeAtendente\":\"Jose\"}}"))
                .build());
    JsonNode call = JOURNAL.last("pre-registro");
    assertThat(Journal.sent(call, "nomeAtendente").get("tamanho").asInt()).isEqualTo(4);
    assertThat(call.toString()).doesNotContain("Maria", "Segredo-1", "Jose", maria.cpf());
  }

  @Test
  void keeps_the_latest_five_thousand() {
    for (int i = 0; i < 5_050; i++) {
      RUNNING.service().get("/simulador-nao?x=1");
    }
    JsonNode last = JOURNAL.last(null);
    assertThat(RUNNING.govbr().calls().entries()).hasSize(5_000);
    assertThat(last.get("numero").asLong()).isGreaterThan(5_000);
  }

  private static void assertDestination(String endpoint, String destination) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                JOURNAL.calls().stream()
                    .anyMatch(
                        call ->
                            call.get("endpoint").asText().equals(endpoint)
                                && call.get("destino").asText().equals(destination)));
  }

  private static String value(JsonNode call, String name) {
    return Journal.sent(call, name).get("valor").asText();
  }
}
