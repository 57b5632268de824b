package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On the page of powers of attorney a citizen")
class ProcuracaoPageTest {

  private static final String PAGE = "/procuracao";
  private static final String MARIAS_NEW_ONE = "tr[data-procuracao='110']";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser maria;

  @BeforeEach
  void signMariaIn() {
    RUNNING.govbr().clock().stopAt(Instant.parse("2026-11-24T15:00:00Z"));
    maria = at("ouro-otp", PAGE);
  }

  @Test
  void signs_in_first_and_comes_back() {
    Browser stranger = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + PAGE);
    assertThat(stranger.text()).contains("Procurações", "Número do CPF");
    stranger.press("button[data-persona=bronze-senha]");
    assertThat(stranger.address().getPath()).isEqualTo(PAGE);
    assertThat(stranger.text())
        .contains("SIMULADOR: dados fictícios", "Ana Bronze da Conceição")
        .contains("Você não deu nenhuma procuração", "Você não recebeu nenhuma procuração");
  }

  @Test
  void arrives_from_the_start_page_and_from_the_account() {
    Browser start = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/");
    assertThat(start.follow("main a[href=/procuracao]").text()).contains("Procurações");
    Browser account = at("bronze-senha", "/catalogo");
    assertThat(account.follow("main a[href=/procuracao]").text()).contains("Dar uma procuração");
  }

  @Test
  void sees_all_eight_statuses_in_words() {
    Browser agent = at("procurador", PAGE);
    assertThat(agent.page().select("#recebidas td[data-th=Situação]").eachText())
        .containsExactly(
            "Em vigor, desde 10/01/2024",
            "Vencida, desde 30/06/2024",
            "Revogada por quem a deu, desde 01/02/2024",
            "Renunciada por quem a recebeu, desde 02/02/2024",
            "Cancelada pelo gov.br, desde 03/02/2024",
            "Cancelada porque uma das contas foi bloqueada, desde 04/02/2024",
            "Cancelada porque uma das contas foi excluída, desde 05/02/2024",
            "Cancelada porque uma das pessoas se cadastrou de novo, desde 06/02/2024");
    assertThat(agent.page().select("#recebidas a")).hasSize(1);
  }

  @Test
  void grants_one_after_looking_through_it_and_it_counts_at_once() {
    grant("bronze-senha", "2026-12-31");
    assertThat(maria.address().toString()).endsWith(PAGE + "?procuracao=110");
    assertThat(maria.page().select("#novidade").text())
        .isEqualTo(
            "Procuração nº 110. Ana Bronze da Conceição pode agir em seu nome até 31/12/2026.");
    assertThat(maria.page().select(MARIAS_NEW_ONE).text())
        .contains("Ana Bronze da Conceição •••.345.678-••", "Serviço de teste", "Em vigor");

    JsonNode poa = AgentLogin.of(RUNNING, "bronze-senha").poas("ouro-otp").get(0);
    assertThat(poa.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(poa.get("expiresAtUtc").asText()).isEqualTo("2027-01-01T02:59:59Z");
    assertThat(poa.get("createdAtUtc").asText()).isEqualTo("2026-11-24T15:00:00Z");
  }

  @Test
  void grants_nothing_by_looking_or_by_loading_again() {
    maria.follow("#nova").press("#review", filledIn("bronze-senha", "2026-12-31"));
    assertThat(maria.text()).contains("Confira a procuração", "012.345.678-90", "31/12/2026");
    maria.press("#edit");
    assertThat(maria.page().select("#agent").val()).isEqualTo("012.345.678-90");
    assertThat(maria.page().select("input[name=service][checked]")).hasSize(1);
    maria.press("#review").press("#grant").open(maria.address().toString());
    assertThat(maria.page().select("#dadas tr[data-procuracao]")).hasSize(2);
  }

  @Test
  void revokes_and_the_agent_can_sign_in_for_them_no_more() {
    grant("bronze-senha", "2026-12-31");
    AgentLogin ana = AgentLogin.of(RUNNING, "bronze-senha");
    assertThat(ana.choices()).containsExactly("own", RUNNING.govbr().persona("ouro-otp").cpf());

    maria.follow(MARIAS_NEW_ONE + " a");
    assertThat(maria.text()).contains("Revogar a procuração nº 110?", "Não dá para desfazer");
    maria.press("#confirm");
    assertThat(maria.page().select("#novidade").text())
        .isEqualTo("Procuração nº 110. Revogada por quem a deu.");
    assertThat(maria.page().select(MARIAS_NEW_ONE + " a")).isEmpty();
    assertThat(AgentLogin.of(RUNNING, "bronze-senha").choices()).isEmpty();
  }

  @Test
  void renounces_and_both_versions_of_the_api_tell() {
    AgentLogin login = AgentLogin.of(RUNNING, "procurador");
    String token = login.token("representado");
    Browser agent = at("procurador", PAGE).follow("tr[data-procuracao='101'] a");
    assertThat(agent.text()).contains("Renunciar à procuração nº 101?");
    agent.press("#confirm");
    assertThat(agent.text()).contains("Procuração nº 101. Renunciada por quem a recebeu.");

    JsonNode poa = login.read("/procuracoes/v2/procuracoes", token).at("/poas/0");
    assertThat(poa.get("status").asText()).isEqualTo("RENOUNCED");
    assertThat(poa.get("renouncedAtUtc").asText()).isEqualTo("2026-11-24T15:00:00Z");
    JsonNode old =
        login.read("/procuracoes/v1/procuracoes", token).at("/powerOfAttorneyCollection/0");
    assertThat(old.get("status").asText()).isEqualTo("REVOKED");
    assertThat(AgentLogin.of(RUNNING, "procurador").choices()).isEmpty();
  }

  @Test
  void ends_nothing_twice() {
    maria.follow("tr[data-procuracao='109'] a");
    Browser sameMaria = at("ouro-otp", PAGE).follow("tr[data-procuracao='109'] a");
    maria.press("#confirm");
    sameMaria.press("#confirm");
    assertThat(sameMaria.status()).isEqualTo(409);
    assertThat(sameMaria.text()).contains("Já não estava em vigor, e nada mudou.");
    sameMaria.open(RUNNING.govbr().baseUrl() + PAGE + "/109/revogar");
    assertThat(sameMaria.text()).contains("não está mais em vigor");
  }

  @ParameterizedTest
  @CsvSource({
    "agent, '', CPF inválido.",
    "agent, 12345678900, CPF inválido.",
    "agent, <b>1</b>, CPF inválido.",
    "agent, 987.654.321-00, Este CPF é o seu.",
    "service, , Escolha ao menos um serviço.",
    "service, inexistente.example, Escolha ao menos um serviço.",
    "service, balcao.orgao.exemplo.gov.br, Escolha ao menos um serviço.",
    "until, '', Escolha o último dia",
    "until, 2026-02-30, Escolha o último dia",
    "until, +999999999-12-31, Escolha o último dia",
    "until, 2026-11-23, Esse dia já passou.",
    "until, 23/11/2026, Esse dia já passou.",
  })
  void is_told_what_is_wrong_and_keeps_the_rest(String field, String value, String sentence) {
    Map<String, String> form = filledIn("bronze-senha", "2026-12-31");
    form.put(field, value == null ? "" : value);
    maria.follow("#nova").press("#review", form);
    assertThat(maria.status()).isEqualTo(400);
    assertThat(maria.page().select("#erro-" + field).text()).startsWith(sentence);
    assertThat(maria.page().select("[aria-invalid=true]")).hasSize(1);
    assertThat(maria.page().select("[aria-describedby=erro-" + field + "]")).hasSize(1);
    form.put("operation", "grant");
    form.put("_csrf", csrf(maria));
    maria.post(URI.create(RUNNING.govbr().baseUrl() + PAGE + "/nova"), form);
    assertThat(maria.status()).isEqualTo(400);
    assertThat(exported()).isEmpty();
  }

  @Test
  void may_choose_today_and_write_the_day_by_hand() {
    maria.follow("#nova").press("#review", filledIn("bronze-senha", "24/11/2026"));
    assertThat(maria.text()).contains("Confira a procuração", "24/11/2026");
  }

  @Test
  void may_choose_somebody_invented_unless_nobody_is() {
    Map<String, String> form = filledIn("bronze-senha", "2026-12-31");
    form.put("agent", "529.982.247-25");
    maria.follow("#nova").press("#review", form);
    assertThat(maria.text()).contains("Confira a procuração");
    RUNNING.govbr().settings().choose(Choice.PEOPLE_NOT_INVENTED);
    maria.press("#grant");
    assertThat(maria.page().select("#erro-agent").text()).contains("Nenhuma pessoa fictícia");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/101/revogar", "/101/renunciar", "/109/renunciar", "/999/revogar", "/x/revogar"})
  void reaches_no_power_that_is_not_theirs_to_end(String path) {
    URI address = URI.create(RUNNING.govbr().baseUrl() + PAGE + path);
    Map<String, String> form = Map.of("_csrf", csrf(maria), "operation", "confirm");
    maria.open(address.toString());
    assertThat(maria.status()).isEqualTo(404);
    maria.post(address, form);
    assertThat(maria.status()).isEqualTo(404);
    assertThat(maria.text()).contains("Não há uma procuração sua").doesNotContain("representado");
    assertThat(exported()).isEmpty();
  }

  @Test
  void learns_nothing_of_others_from_the_address() {
    maria.open(RUNNING.govbr().baseUrl() + PAGE + "?procuracao=101");
    assertThat(maria.page().select("#novidade")).isEmpty();
    maria.open(RUNNING.govbr().baseUrl() + PAGE + "?procuracao=%3Cscript%3E");
    assertThat(maria.page().select("#novidade, script")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/nova", "/109/revogar"})
  void is_safe_from_forms_of_other_sites(String path) {
    Map<String, String> form = filledIn("bronze-senha", "2026-12-31");
    form.put("operation", "grant");
    form.put("_csrf", "forjado");
    maria.post(URI.create(RUNNING.govbr().baseUrl() + PAGE + path), form);
    assertThat(maria.status()).isEqualTo(403);
    assertThat(exported()).isEmpty();
  }

  @Test
  void signs_in_again_when_the_session_has_gone_meanwhile() {
    maria.follow("#nova");
    RUNNING.govbr().forgetEverybody();
    maria.press("#review", filledIn("bronze-senha", "2026-12-31"));
    assertThat(maria.page().select("#accountId")).isNotEmpty();
    maria.press("button[data-persona=ouro-otp]");
    assertThat(maria.address().getPath()).isEqualTo(PAGE);
  }

  @Test
  void leaves_for_somebody_else_to_sign_in() {
    maria.press("#leave");
    assertThat(maria.page().select("#accountId")).isNotEmpty();
    maria.press("button[data-persona=procurador]");
    assertThat(maria.page().select("#recebidas")).isNotEmpty();
  }

  private void grant(String agent, String until) {
    maria.follow("#nova").press("#review", filledIn(agent, until)).press("#grant");
  }

  private static Map<String, String> filledIn(String agent, String until) {
    Persona persona = RUNNING.govbr().persona(agent);
    Map<String, String> form = new HashMap<>();
    form.put("agent", persona.cpf());
    form.put("service", RelyingParty.CLIENT_ID);
    form.put("until", until);
    return form;
  }

  private static Browser at(String persona, String path) {
    return RUNNING
        .newBrowser()
        .open(RUNNING.govbr().baseUrl() + path)
        .press("button[data-persona=" + persona + "]");
  }

  private static String csrf(Browser browser) {
    return browser.page().selectFirst("[name=_csrf]").val();
  }

  private static JsonNode exported() {
    return RUNNING.service().get("/simulador/estado").json().get("procuracoes");
  }
}
