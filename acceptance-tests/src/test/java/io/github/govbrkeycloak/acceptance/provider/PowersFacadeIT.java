package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ACCOUNTANT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENTS_ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.SERVICE;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.SERVICE_OF_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.provider.FacadeRealm.Person;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The powers of attorney with which a person acts")
class PowersFacadeIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String POWER_OF_OTHERS = "109";

  private static FacadeRealm facade;
  private static String power;

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "procuracoes-rest", "localHOST");
    power = facade.told(AGENT, "/procuracoes").at("/itens/0/id").asText();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    facade.useHost("localHOST");
    facade.setOfAgents("escoposProcuracao", "");
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
  }

  private static HttpResponse<byte[]> record(String token, String powerId, String key, String use) {
    return FacadeClient.recordUse(
        token,
        facade.url(AGENTS_ALIAS, "/procuracoes/" + powerId + "/historico-acessos"),
        key,
        use);
  }

  private static HttpResponse<byte[]> record(String key, int service) {
    return record(facade.tokenOf(READER, AGENT), power, key, use(service));
  }

  private static String use(int service) {
    return "{\"servico\": %d}".formatted(service);
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private static String number(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(201);
    return SYSTEM.json(answer.body()).path("id").asText();
  }

  @Test
  @DisplayName("are those in force, between these two people, without their addresses")
  void areThoseInForce() {
    JsonNode told = facade.told(AGENT, "/procuracoes");

    assertThat(told.path("total").asInt()).isEqualTo(1);
    JsonNode only = told.at("/itens/0");
    assertThat(only.at("/outorgante/cpf").asText()).isEqualTo(GOV_BR.persona("representado").cpf());
    assertThat(only.at("/procurador/cpf").asText()).isEqualTo(GOV_BR.persona("procurador").cpf());
    assertThat(only.path("situacao").asText()).isEqualTo("ACTIVE");
    assertThat(only.toString()).doesNotContain("Acácias");
  }

  @Test
  @DisplayName("are none of whoever acts for nobody, and gov.br is not even asked")
  void nobodyIsRepresented() {
    Person himself = new Person(AGENTS_ALIAS, ACCOUNTANT.persona());
    String token = facade.freshTokenOf(READER, himself);
    GOV_BR.forgetCalls();

    assertThat(FacadeProblem.of(SYSTEM.getAs(token, facade.url(AGENTS_ALIAS, "/procuracoes"))))
        .isEqualTo("409 urn:govbr:ninguem-representado");
    assertThat(FacadeProblem.of(record(token, power, newKey(), use(SERVICE))))
        .isEqualTo("409 urn:govbr:ninguem-representado");
    assertThat(GOV_BR.calls()).isEmpty();
  }

  @Test
  @DisplayName("have their use recorded once for each key, and gov.br's number is told")
  void aUseIsRecordedOnce() {
    String key = newKey();
    GOV_BR.forgetCalls();

    String first = number(record(key, SERVICE));
    String again = number(record(key, SERVICE));

    assertThat(first).isNotEmpty();
    assertThat(again).isEqualTo(first);
    assertThat(GOV_BR.calls()).as("calls of gov.br").hasSize(1);
    assertThat(number(record(newKey(), SERVICE))).isNotEqualTo(first);
  }

  @Test
  @DisplayName("keep a key for the request it was first used with")
  void aKeyIsForOneRequest() {
    String key = newKey();
    number(record(key, SERVICE));

    HttpResponse<byte[]> other =
        record(
            facade.tokenOf(READER, AGENT),
            power,
            key,
            "{\"servico\": %d, \"ocorrido_em\": \"2026-01-02T03:04:05Z\"}".formatted(SERVICE));

    assertThat(FacadeProblem.of(other)).isEqualTo("422 urn:govbr:chave-de-outro-pedido");
  }

  @Test
  @DisplayName("take the same key again after gov.br failed")
  void aFailureFreesTheKey() {
    String key = newKey();
    GOV_BR.behave(
        "status",
        Map.of(
            "endpoint",
            "historico-acessos",
            "cliente",
            facade.govBrClient(AGENTS_ALIAS),
            "vezes",
            1,
            "parametros",
            Map.of("status", 503)));
    assertThat(FacadeProblem.of(record(key, SERVICE))).isEqualTo("502 urn:govbr:sem-resposta");

    assertThat(number(record(key, SERVICE))).isNotEmpty();
  }

  @Test
  @DisplayName("are not good for another service")
  void anotherServiceIsNotCovered() {
    String key = newKey();
    assertThat(FacadeProblem.of(record(key, SERVICE_OF_ANOTHER)))
        .isEqualTo("422 urn:govbr:servico-nao-coberto");

    assertThat(number(record(key, SERVICE))).as("the key is free").isNotEmpty();
  }

  @Test
  @DisplayName("are not there where an agent's login does not ask for their scopes")
  void theScopesAreMissing() {
    facade.realm().set("defaultScope", "openid");
    facade.setOfAgents("defaultScope", "openid");
    facade.setOfAgents("escoposProcuracao", "openid");
    String token = facade.tokenOf(READER, AGENT);
    GOV_BR.forgetCalls();

    assertThat(FacadeProblem.of(SYSTEM.getAs(token, facade.url(AGENTS_ALIAS, "/procuracoes"))))
        .isEqualTo("501 urn:govbr:nao-configurado");
    assertThat(FacadeProblem.of(record(newKey(), SERVICE)))
        .isEqualTo("501 urn:govbr:nao-configurado");
    assertThat(GOV_BR.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        POWER_OF_OTHERS,
        "99999",
        "..",
        "%2e%2e",
        "101%2F..%2F109",
        "101%3Fx=1",
        "101%0d%0aX-Injected:1",
        "101;x=1",
        "%00"
      })
  @DisplayName("are this person's: nothing written as an id leads anywhere else")
  void otherPowersAreOutOfReach(String id) {
    GOV_BR.forgetCalls();

    HttpResponse<byte[]> answer = record(facade.tokenOf(READER, AGENT), id, newKey(), use(SERVICE));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
    assertThat(GOV_BR.calls()).allMatch(call -> call.toString().contains("historico-acessos"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"servico\": \"20\"}",
        "{\"servico\": 20, \"clientId\": \"de.outro\"}",
        "{\"servico\": 20, \"ocorrido_em\": \"2999-01-01T00:00:00Z\"}"
      })
  @DisplayName("have no use that is not as described recorded")
  void hostileUses(String use) {
    assertThat(FacadeProblem.of(record(facade.tokenOf(READER, AGENT), power, newKey(), use)))
        .isEqualTo("400 urn:govbr:uso-invalido");
  }

  @Test
  @DisplayName("have no use recorded without a key, or with one that is none")
  void aKeyIsNeeded() {
    HttpRequest without =
        HttpRequest.newBuilder(
                URI.create(
                    facade.url(AGENTS_ALIAS, "/procuracoes/" + power + "/historico-acessos")))
            .header("Authorization", "Bearer " + facade.tokenOf(READER, AGENT))
            .POST(BodyPublishers.ofString(use(SERVICE)))
            .build();

    assertThat(FacadeProblem.of(FacadeClient.send(without)))
        .isEqualTo("400 urn:govbr:chave-invalida");
    assertThat(FacadeProblem.of(record("x", SERVICE))).isEqualTo("400 urn:govbr:chave-invalida");
    assertThat(FacadeProblem.of(record("x".repeat(5_000), SERVICE)))
        .isEqualTo("400 urn:govbr:chave-invalida");
  }

  @Test
  @DisplayName("are asked for at the older API where a setting says so")
  void theOlderApi() {
    facade.tokenOf(READER, AGENT);
    facade.setOfAgents("versaoProcuracao", "v1");
    // No names of its scopes are known: gov.br decides whether a token has what it wants.
    facade.setOfAgents("escoposProcuracao", "openid");
    GOV_BR.forgetCalls();

    JsonNode told = facade.told(AGENT, "/procuracoes");

    facade.setOfAgents("versaoProcuracao", "v2");
    assertThat(told.path("total").asInt()).isEqualTo(1);
    assertThat(told.at("/itens/0").has("id")).isFalse();
    assertThat(GOV_BR.calls().toString()).contains("/procuracoes/v1/procuracoes");
  }
}
