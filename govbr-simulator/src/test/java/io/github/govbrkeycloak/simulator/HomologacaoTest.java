package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The checklist of the homologation")
class HomologacaoTest {

  private static final String PAGE = "/simulador/homologacao?cliente=" + RelyingParty.CLIENT_ID;
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static final Journal JOURNAL = new Journal(RUNNING);

  @Test
  void claims_nothing_before_anything_was_seen() {
    assertThat(situations()).containsOnly("FALTA_VER", "CONFIRME");
    assertThat(item("botao").get("situacao").asText()).isEqualTo("CONFIRME");
  }

  @Test
  void proves_a_good_service_by_its_calls() {
    Browser browser = signIn();
    signIn();
    String token =
        RUNNING.service().exchange(browser.parameters().get("code")).tokens().accessToken();
    RUNNING.service().get("/userinfo", token);
    browser.open(logoutUrl(RelyingParty.LOGOUT_URI));
    JOURNAL.last("logout");

    for (String id :
        List.of(
            "pkce",
            "state",
            "nonce",
            "retorno",
            "escopos",
            "troca-no-servidor",
            "codigo",
            "tokens-no-servidor",
            "nivel",
            "sem-obsoletos",
            "saida")) {
      assertThat(item(id).get("situacao").asText()).as(id).isEqualTo("PROVADO");
    }
    assertThat(item("navegador").get("situacao").asText()).isEqualTo("FALTA_VER");
    long proof = item("saida").at("/chamadas/0").asLong();
    assertThat(RUNNING.service().get("/simulador/chamadas?numero=" + proof).json())
        .singleElement()
        .satisfies(call -> assertThat(call.get("endpoint").asText()).isEqualTo("logout"));
  }

  @Test
  void counts_one_call_in_the_singular_and_names_it_at_the_end_of_the_sentence() {
    Map<String, String> request = fresh();
    request.remove("state");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    long number = JOURNAL.last("authorize").get("numero").asLong();
    Browser page = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + PAGE);
    assertThat(page.page().select("#resumo").text()).endsWith("Em 1 chamada deste serviço.");
    assertThat(page.page().select("#state p").first().text())
        .endsWith("Veja: chamada " + number + ".");
  }

  @Test
  void needs_two_logins_to_see_that_state_and_nonce_are_new() {
    signIn();
    JOURNAL.last("authorize");
    assertThat(item("state").get("situacao").asText()).isEqualTo("FALTA_VER");
    assertThat(item("state").get("motivo").asText()).contains("faltam outras");
  }

  @ParameterizedTest(name = "{2}: {0}={1}")
  @CsvSource({
    "code_challenge_method, plain, pkce",
    "state, abc, state",
    "nonce, '', nonce",
    "redirect_uri, http://localhost:1/volta/, retorno",
    "scope, openid+email, escopos",
  })
  void fails_a_service_for_one_bad_login(String parameter, String value, String id) {
    signIn();
    Map<String, String> bad = fresh();
    bad.put(parameter, value);
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(bad));
    JOURNAL.last("authorize", 2);
    assertThat(item(id).get("situacao").asText()).isEqualTo("REPROVADO");
    long against = item(id).at("/chamadas/0").asLong();
    assertThat(RUNNING.service().get("/simulador/chamadas?numero=" + against).json())
        .singleElement()
        .satisfies(call -> assertThat(Journal.codes(call)).isNotEmpty());
  }

  @Test
  void fails_what_an_agency_would_be_sent_back_for() {
    String code = signIn().parameters().get("code");
    String idToken = RUNNING.service().exchange(code).tokens().idToken();
    RUNNING.service().exchange(code);
    RUNNING.service().get("/userinfo", idToken);
    String cpf = RUNNING.govbr().persona("ouro-otp").cpf();
    RUNNING.service().get("/confiabilidades/v3/contas/" + cpf + "/niveis", idToken);
    RUNNING.newBrowser().open(logoutUrl(RelyingParty.LOGOUT_URI + "/"));
    RUNNING.service().get("/catalogo?categorias=101&client_id=" + RelyingParty.CLIENT_ID);
    JOURNAL.last("catalogo");

    for (String id :
        List.of("codigo", "tokens-no-servidor", "nivel", "sem-obsoletos", "saida", "catalogo")) {
      assertThat(item(id).get("situacao").asText()).as(id).isEqualTo("REPROVADO");
    }
    assertThat(item("state").get("situacao").asText()).isNotEqualTo("REPROVADO");
  }

  @Test
  void sees_that_the_login_page_was_in_a_browser() {
    String url = RUNNING.service().authorizeUrl(fresh());
    RUNNING
        .service()
        .send(HttpRequest.newBuilder(URI.create(url)).header("User-Agent", FIREFOX).build());
    JOURNAL.last("authorize");
    assertThat(item("navegador").get("situacao").asText()).isEqualTo("PROVADO");
  }

  @Test
  void sees_the_start_address_only_when_a_login_follows() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(fresh()));
    browser.press("#create-account");
    browser.press(
        "#finish-detour",
        Map.of("accountId", RUNNING.govbr().persona("cin").cpf(), "newPassword", "Outra-senha-1"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> JOURNAL.calls().toString().contains("LANCADOR"));
    assertThat(item("lancador").get("situacao").asText()).isEqualTo("FALTA_VER");
    browser.open(RUNNING.service().authorizeUrl(fresh()));
    JOURNAL.last("authorize", 2);
    assertThat(item("lancador").get("situacao").asText()).isEqualTo("PROVADO");
  }

  @Test
  void leaves_to_a_person_what_cannot_be_seen_and_says_so() {
    Browser page = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + PAGE);
    page.press("#botao button");
    assertThat(item("botao").get("situacao").asText()).isEqualTo("CONFIRMADO");
    assertThat(page.page().select("#botao").text()).contains("Confirmado por você");
    page.press("#botao button");
    assertThat(item("botao").get("situacao").asText()).isEqualTo("CONFIRME");

    page.press("#botao button");
    RUNNING.govbr().reset();
    assertThat(item("botao").get("situacao").asText()).isEqualTo("CONFIRME");
  }

  @Test
  void asks_about_a_cancelled_login_only_when_there_was_one() {
    assertThat(item("cancelamento").get("situacao").asText()).isEqualTo("FALTA_VER");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(fresh())).press("#cancel");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(item("cancelamento").get("situacao").asText()).isEqualTo("CONFIRME"));
  }

  @Test
  void points_at_logouts_of_nobody() {
    RUNNING.newBrowser().open(logoutUrl("https://nada.example/"));
    JOURNAL.last("logout");
    assertThat(RUNNING.service().get(PAGE).json().get("sem_servico")).hasSize(1);
    assertThat(item("saida").get("situacao").asText()).isEqualTo("FALTA_VER");
  }

  @Test
  void keeps_services_apart() {
    Map<String, String> bad = fresh();
    bad.put("state", "abc");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(bad));
    JOURNAL.last("authorize");
    JsonNode other =
        RUNNING.service().get("/simulador/homologacao?cliente=portal.orgao.exemplo.gov.br").json();
    assertThat(other.get("chamadas").asInt()).isZero();
    assertThat(other.findValuesAsText("situacao")).containsOnly("FALTA_VER", "CONFIRME");
  }

  @Test
  void knows_no_service_that_is_not_registered() {
    Answer answer = RUNNING.service().get("/simulador/homologacao?cliente=%3Cscript%3E");
    assertThat(answer.status()).isEqualTo(404);
    Browser page = RUNNING.newBrowser();
    assertThat(
            page.post(
                    URI.create(RUNNING.govbr().baseUrl() + "/simulador/homologacao"),
                    Map.of("cliente", RelyingParty.CLIENT_ID, "item", "inventado"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void is_explained_line_by_line_in_its_guide() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "simulador", "homologacao.md"));
    for (JsonNode item : RUNNING.service().get(PAGE).json().get("itens")) {
      assertThat(guide).contains("`" + item.get("id").asText() + "`");
    }
  }

  private static Browser signIn() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(fresh()));
    browser.press("button[data-persona=ouro-otp]");
    return browser.isAwayFromSimulator() ? browser : browser.press("#authorize");
  }

  private static Map<String, String> fresh() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("state", UUID.randomUUID().toString());
    request.put("nonce", UUID.randomUUID().toString());
    return request;
  }

  private static String logoutUrl(String back) {
    return RUNNING.govbr().baseUrl()
        + "/logout?"
        + RelyingParty.encode(Map.of("post_logout_redirect_uri", back));
  }

  private static JsonNode item(String id) {
    for (JsonNode item : RUNNING.service().get(PAGE).json().get("itens")) {
      if (item.get("id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError("no item " + id);
  }

  private static List<String> situations() {
    List<String> situations = new ArrayList<>();
    RUNNING
        .service()
        .get(PAGE)
        .json()
        .get("itens")
        .forEach(item -> situations.add(item.get("situacao").asText()));
    return situations;
  }
}
