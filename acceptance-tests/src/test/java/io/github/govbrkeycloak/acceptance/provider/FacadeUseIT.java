package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENTS_ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The use of a power of attorney")
class FacadeUseIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String HOST = "localHoST";
  private static final String UNDER_WAY = "409 urn:govbr:em-andamento";
  private static final int AT_ONCE = 5;

  private static FacadeRealm facade;
  private static String power;

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "usos-rest", HOST);
    power = facade.told(AGENT, "/procuracoes").at("/itens/0/id").asText();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    facade.useHost(HOST);
    facade.setOfAgents("versaoProcuracao", "v2");
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
  }

  private static HttpResponse<byte[]> record(String key) {
    return record(facade.tokenOf(READER, AGENT), key);
  }

  private static HttpResponse<byte[]> record(String token, String key) {
    return FacadeClient.recordUse(
        token,
        facade.url(AGENTS_ALIAS, "/procuracoes/" + power + "/historico-acessos"),
        key,
        "{\"servico\": %d}".formatted(SERVICE));
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private static String number(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(201);
    return SYSTEM.json(answer.body()).path("id").asText();
  }

  private static void misbehave(String fault, Map<String, ?> parameters) {
    GOV_BR.behave(
        fault,
        Map.of(
            "endpoint",
            "historico-acessos",
            "cliente",
            facade.govBrClient(AGENTS_ALIAS),
            "parametros",
            parameters));
  }

  @Test
  @DisplayName("is recorded once though the same request comes many times at once")
  void aUseIsRecordedOnceAtTheSameTime() {
    String key = newKey();
    facade.tokenOf(READER, AGENT);
    misbehave("atraso", Map.of("ms", 500));
    GOV_BR.forgetCalls();

    List<String> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> record(key)))
            .limit(AT_ONCE)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(FacadeUseIT::told)
            .toList();

    assertThat(GOV_BR.calls()).as("calls of gov.br").hasSize(1);
    String number = number(record(key));
    assertThat(answers).contains(number).allMatch(List.of(number, UNDER_WAY)::contains);
  }

  private static String told(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 201) {
      return number(answer);
    }
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    return FacadeProblem.of(answer);
  }

  @Test
  @DisplayName("has its number told again when gov.br's token is there no more")
  void aRecordedUseIsToldWithoutGovBr() {
    String key = newKey();
    String number = number(record(key));
    facade.setOfAgents("guardarToken", "");
    String withoutGovBr = facade.freshTokenOf(READER, AGENT);
    String newKey = newKey();

    assertThat(number(record(withoutGovBr, key))).isEqualTo(number);

    assertThat(FacadeProblem.of(record(withoutGovBr, newKey)))
        .isEqualTo("409 urn:govbr:sessao-expirada");
    assertThat(number(record(newKey))).as("the key is free").isNotEmpty();
  }

  @Test
  @DisplayName("is not told to be without a power when gov.br refuses for another reason")
  void anotherRefusalIsTheAdministratorsMatter() {
    String key = newKey();
    misbehave("status", Map.of("status", 403));

    assertThat(FacadeProblem.of(record(key))).isEqualTo("502 urn:govbr:recusado");

    GOV_BR.behaveNormally();
    assertThat(number(record(key))).as("the key is free").isNotEmpty();
  }

  @Test
  @DisplayName("is recorded at the older API where a setting says so")
  void aUseIsRecordedAtTheOlderApi() {
    facade.setOfAgents("versaoProcuracao", "v1");
    GOV_BR.forgetCalls();

    assertThat(number(record(newKey()))).isNotEmpty();

    assertThat(GOV_BR.calls().toString()).contains("historico-acessos-v1");
  }

  @Test
  @DisplayName("keeps its key to those for whom it was: nobody hears it once they act for nobody")
  void aKeyIsForWhoIsRepresented() {
    PlainLogin browser = PlainLogin.into(SYSTEM, facade.realm()).of(READER).through(AGENTS_ALIAS);
    JsonNode tokens = browser.onBehalfOf("representado").as(AGENT.persona()).tokens();
    String key = newKey();
    number(record(tokens.path("access_token").asText(), key));

    StepVisit.after(facade.realm(), browser).start("govbr-procuracao:sair");

    String after = browser.refreshed(tokens).path("access_token").asText();
    assertThat(FacadeProblem.of(record(after, key)))
        .isEqualTo("409 urn:govbr:ninguem-representado");
  }
}
