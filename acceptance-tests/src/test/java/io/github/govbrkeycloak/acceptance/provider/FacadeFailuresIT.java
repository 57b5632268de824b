package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeProblem.assertProblem;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ACCOUNTANT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENTS_ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What gov.br answers wrongly to the facade")
class FacadeFailuresIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String HOST = "LocalHOST";

  private static FacadeRealm facade;
  private static String company;

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "falhas-rest", HOST);
    company = facade.told(ACCOUNTANT, "/empresas").at("/itens/0/cnpj").asText();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    facade.useHost(HOST);
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
  }

  private static HttpResponse<byte[]> ask(String token, String path) {
    return FacadeClient.get(token, facade.url(ALIAS, path));
  }

  private static void misbehave(String fault, String endpoint, Map<String, ?> parameters) {
    GOV_BR.behave(
        fault,
        Map.of(
            "endpoint", endpoint,
            "cliente", facade.govBrClient(ALIAS),
            "parametros", parameters));
  }

  @Test
  @DisplayName("is not told when it is about another person")
  void anotherPersonsPart() {
    String token = facade.tokenOf(READER, ACCOUNTANT);
    misbehave(
        "campo-trocado",
        "participantes",
        Map.of("nome", "cpf", "valor", GOV_BR.persona("ouro-otp").cpf()));

    assertProblem(ask(token, "/empresas/" + company), 502, "sem-resposta");
  }

  @Test
  @DisplayName("is not read to its end when it is enormous")
  void enormousAnswers() {
    String token = facade.freshTokenOf(READER, ACCOUNTANT);
    misbehave("corpo-enorme", "empresas", Map.of());
    GOV_BR.behaveToo(
        "corpo-enorme", Map.of("endpoint", "participantes", "cliente", facade.govBrClient(ALIAS)));

    assertProblem(ask(token, "/empresas"), 502, "sem-resposta");
    assertProblem(ask(token, "/empresas/" + company), 502, "sem-resposta");
  }

  @Test
  @DisplayName("is not followed when it leads elsewhere")
  void redirects() {
    String token = facade.freshTokenOf(READER, ACCOUNTANT);
    try (TrapServer trap = TrapServer.start()) {
      facade.realm().set("urlApi", trap.url() + "/desvio");

      assertProblem(ask(token, "/empresas"), 502, "sem-resposta");
      assertProblem(ask(token, "/empresas/" + company), 502, "sem-resposta");

      assertThat(trap.calls())
          .isNotEmpty()
          .allMatch(path -> path.startsWith("/desvio/empresas/v2/"));
    }
  }

  @Test
  @DisplayName("leaves a code in the log and nothing of the person")
  void logsHoldNothingPersonal() {
    String token = facade.freshTokenOf(READER, ACCOUNTANT);
    String agents = facade.tokenOf(READER, AGENT);
    LogSince log = LogSince.now(SYSTEM);
    for (String endpoint : List.of("empresas", "participantes", "picture", "certificado")) {
      GOV_BR.behaveToo(
          "status",
          Map.of(
              "endpoint", endpoint,
              "cliente", facade.govBrClient(ALIAS),
              "parametros", Map.of("status", 400)));
    }
    for (String endpoint : List.of("procuracoes", "historico-acessos")) {
      GOV_BR.behaveToo(
          "status",
          Map.of(
              "endpoint", endpoint,
              "cliente", facade.govBrClient(AGENTS_ALIAS),
              "parametros", Map.of("status", 400)));
    }

    List.of("/empresas", "/empresas/" + company, "/foto", "/certificado")
        .forEach(path -> assertProblem(ask(token, path), 502, "recusado"));
    assertProblem(
        FacadeClient.get(agents, facade.url(AGENTS_ALIAS, "/procuracoes")), 502, "recusado");
    assertProblem(
        FacadeClient.recordUse(
            agents,
            facade.url(AGENTS_ALIAS, "/procuracoes/101/historico-acessos"),
            UUID.randomUUID().toString(),
            "{\"servico\": 20}"),
        502,
        "recusado");

    log.awaitText("GOVBR-578");
    String written = log.files().stream().map(log::writtenTo).collect(Collectors.joining("\n"));
    assertThat(written).contains("GOVBR-524", "GOVBR-515", "GOVBR-576", "GOVBR-577", "GOVBR-578");
    assertThat(written)
        .doesNotContain(
            token,
            agents,
            company,
            GOV_BR.persona("contador").cpf(),
            GOV_BR.persona("procurador").cpf(),
            GOV_BR.persona("representado").cpf());
  }
}
