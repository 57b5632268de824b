package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A power of attorney")
class ProcuracaoTest {

  private static final String LIST = "/procuracoes/v2/procuracoes";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Persona agent;
  private Persona grantor;

  @BeforeEach
  void meetThem() {
    agent = RUNNING.govbr().persona("procurador");
    grantor = RUNNING.govbr().persona("representado");
  }

  @Test
  void lets_the_agent_sign_in_on_behalf_of_the_grantor() {
    JsonNode claims = RelyingParty.part(agentToken(), 1);
    assertThat(claims.get("agent").asBoolean()).isTrue();
    assertThat(claims.get("sub").asText()).isEqualTo(agent.cpf());
    assertThat(claims.get("grantor_account").asText()).isEqualTo(grantor.cpf());
    assertThat(claims.get("iss").asText()).isEqualTo(RUNNING.govbr().issuer());
  }

  @Test
  void may_be_issued_by_another_name_and_still_opens_the_api() {
    RUNNING.govbr().settings().choose(Choice.AGENT_ISSUER_SSO2);
    String token = agentToken();
    assertThat(RelyingParty.part(token, 1).get("iss").asText()).startsWith("http://sso2.");
    assertThat(RUNNING.service().get(LIST, token).status()).isEqualTo(200);
  }

  @Test
  void leaves_the_agent_free_to_sign_in_as_themself() {
    Browser browser = atTheChoice().press("button[value=own]").press("#authorize");
    JsonNode claims = tokens(browser).accessClaims();
    assertThat(claims.has("agent")).isFalse();
    assertThat(RUNNING.service().get(LIST, tokensOf("own")).status()).isEqualTo(403);
  }

  @Test
  void lets_the_agent_give_up_at_the_choice() {
    assertThat(atTheChoice().press("#cancel").parameters()).containsEntry("error", "access_denied");
  }

  @Test
  void bothers_nobody_whose_service_did_not_ask() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=procurador]");
    assertThat(browser.page().select("#authorize")).isNotEmpty();
  }

  @Test
  void is_offered_without_scopes_where_they_are_not_needed() {
    RUNNING.govbr().settings().choose(Choice.POWER_SCOPES_NOT_REQUIRED);
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=procurador]");
    browser.press("button[value=" + grantor.cpf() + "]").press("#authorize");
    assertThat(RUNNING.service().get(LIST, tokens(browser).accessToken()).status()).isEqualTo(200);
  }

  @Test
  void cannot_be_claimed_for_somebody_who_gave_none() {
    Browser browser = atTheChoice();
    String csrf = browser.page().selectFirst("[name=_csrf]").val();
    browser.post(browser.address(), Map.of("_csrf", csrf, "capacity", "98765432100"));
    assertThat(browser.text()).contains("Em nome de quem você entra?");
  }

  @Test
  void has_one_of_eight_statuses() {
    JsonNode poas = RUNNING.service().get(LIST, agentToken()).json().get("poas");
    assertThat(poas.findValuesAsText("status"))
        .containsExactly(
            "ACTIVE",
            "EXPIRED",
            "REVOKED",
            "RENOUNCED",
            "CANCELED",
            "CANCELED_BY_ACCOUNT_LOCK",
            "CANCELED_BY_ACCOUNT_REMOVAL",
            "CANCELED_BY_ACCOUNT_REREGISTER");
    assertThat(poas.get(1).get("statusAt").asText()).isEqualTo("2024-06-30T00:00:00.000-0300");
  }

  @Test
  void expires_by_itself_and_is_offered_no_more() {
    RUNNING.govbr().clock().stopAt(Instant.parse("2100-01-01T00:00:00Z"));
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request()));
    browser.press("button[data-persona=procurador]");
    assertThat(browser.page().select("#authorize")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "filtrar-por-situacao=ativo, 1",
    "filtrar-por-clientid=portal.orgao.exemplo.gov.br, 8",
    "filtrar-por-clientid=outro.example, 0",
    "filtrar-por-outorgante=OUTORGANTE, 8",
    "filtrar-por-procurador=PROCURADOR, 8",
  })
  void is_found_by_each_filter(String filter, int found) {
    String query = filter.replace("OUTORGANTE", grantor.cpf()).replace("PROCURADOR", agent.cpf());
    assertThat(RUNNING.service().get(LIST + "?" + query, agentToken()).json().get("poas"))
        .hasSize(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"filtrar-por-outorgante", "filtrar-por-procurador"})
  void of_other_people_is_out_of_reach(String filter) {
    for (String value : new String[] {"98765432100", "abc", ""}) {
      Answer answer = RUNNING.service().get(LIST + "?" + filter + "=" + value, agentToken());
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(record(agentToken(), "109", use()).status()).isEqualTo(404);
  }

  @Test
  void names_people_and_services_by_uuid_or_by_number() {
    String token = agentToken();
    JsonNode poa = RUNNING.service().get(LIST, token).json().at("/poas/0");
    assertThat(poa.at("/grantorAccount/id").asText()).matches("[0-9a-f-]{36}");
    assertThat(record(token, poa.get("id").asText(), use()).status()).isEqualTo(201);
    RUNNING.govbr().settings().choose(Choice.POWER_IDS_CPF);
    JsonNode plain = RUNNING.service().get(LIST, token).json().at("/poas/0");
    assertThat(plain.at("/grantorAccount/id").asText()).isEqualTo(grantor.cpf());
    assertThat(plain.at("/services/0/clientId").asText()).isEqualTo("portal.orgao.exemplo.gov.br");
    assertThat(plain.get("id").asText()).isEqualTo("101");
  }

  @Test
  void has_its_use_recorded_by_either_name_of_the_instant() {
    String token = agentToken();
    assertThat(record(token, "101", use()).json().get("id").asLong()).isEqualTo(12_345);
    Answer other =
        record(token, "101", use().replace("instanteEvento", "serviceEventCreatedAtUtc"));
    assertThat(other.status()).isEqualTo(201);
    assertThat(other.json().get("id").asLong()).isEqualTo(12_346);
  }

  @Test
  void refuses_a_record_for_another_service_than_the_tokens() {
    Answer answer = record(agentToken(), "101", use().replace("servico.teste", "portal.orgao"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(code(answer))
        .isEqualTo("REQUEST_POAACCESSHISTORY_CLIENTID_MUSTMATCHREQUESTACCESSTOKENAUD");
  }

  @ParameterizedTest
  @CsvSource({"101, 99", "103, 20", "102, 20"})
  void refuses_a_record_for_a_service_it_does_not_cover_or_no_more(String id, String service) {
    Answer answer = record(agentToken(), id, use().replace("20,", service + ","));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(code(answer))
        .isEqualTo(
            "REQUEST_POAACCESSHISTORY_CLIENTIDANDSERVICEID"
                + "_MUSTMATCHPOASERVICECLIENTIDANDSERVICEID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"poaAccessHistory\":{\"clientId\":1}}"})
  void refuses_a_record_that_says_nothing(String body) {
    assertThat(record(agentToken(), "101", body).status()).isEqualTo(400);
  }

  @Test
  void demands_its_scope_and_a_token() {
    String own = RUNNING.service().tokens("procurador").accessToken();
    assertThat(RUNNING.service().get(LIST, own).status()).isEqualTo(401);
    assertThat(RUNNING.service().get(LIST).status()).isEqualTo(401);
  }

  @Test
  void is_written_otherwise_in_version_1() {
    JsonNode all =
        RUNNING
            .service()
            .get("/procuracoes/v1/procuracoes?filtrar-por-outorgado=" + agent.cpf(), agentToken())
            .json()
            .get("powerOfAttorneyCollection");
    assertThat(all.findValuesAsText("status"))
        .containsOnly("ACTIVE", "EXPIRED", "REVOKED")
        .hasSize(8);
    assertThat(all.get(0).has("validAfter")).isTrue();
    assertThat(all.get(0).get("revoked").asBoolean()).isFalse();
    assertThat(all.get(2).get("revoked").asBoolean()).isTrue();
  }

  private static Map<String, String> request() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", AgentLogin.SCOPES);
    return request;
  }

  private Browser atTheChoice() {
    return RUNNING
        .newBrowser()
        .open(RUNNING.service().authorizeUrl(request()))
        .press("button[data-persona=procurador]");
  }

  private String agentToken() {
    return tokensOf(grantor.cpf());
  }

  private String tokensOf(String capacity) {
    Browser browser = atTheChoice().press("button[value=" + capacity + "]");
    if (!browser.isAwayFromSimulator()) {
      browser.press("#authorize");
    }
    return tokens(browser).accessToken();
  }

  private static RelyingParty.Tokens tokens(Browser browser) {
    return RUNNING.service().exchange(browser.parameters().get("code")).tokens();
  }

  private static String use() {
    return "{\"poaAccessHistory\":{\"clientId\":\"servico.teste.exemplo.gov.br\",\"serviceId\":20,"
        + "\"instanteEvento\":\"2023-10-05T10:11:47.000\"}}";
  }

  private static Answer record(String token, String id, String body) {
    return RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request(LIST + "/" + id + "/historico-acessos")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
  }

  private static String code(Answer answer) {
    return answer.json().at("/errors/0/code").asText();
  }
}
