package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A login goes on without what gov.br does not tell")
class FaultsIT {

  private static final Duration UNTIL_IT_WORKS_AGAIN = Duration.ofMinutes(3);
  private static final String PERSONA = "empresa-certificado";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static OwnRealm realm;

  /** Each API, and the claim that shows whether it answered. */
  private enum Api {
    userinfo("/name"),
    niveis("/govbr/nivel"),
    confiabilidades("/govbr_selos/0"),
    categorias("/govbr/categorias"),
    certificado("/govbr/certificado"),
    participantes("/govbr/empresa/atuacao");

    private final String claim;

    Api(String claim) {
      this.claim = claim;
    }

    boolean isToldIn(JsonNode claims) {
      return !claims.at(claim).isMissingNode();
    }
  }

  /** A fault as the simulator does it, and the word for it in metric and log. */
  private record Fault(String behaviour, Map<String, Object> parameters, String outcome) {
    @Override
    public String toString() {
      return behaviour + parameters;
    }
  }

  private static final Fault SILENT = new Fault("nunca-responde", Map.of(), "lento");
  private static final Fault NOT_JSON = new Fault("corpo-nao-json", Map.of(), "ilegivel");
  private static final Fault DOWN = new Fault("status", Map.of("status", 500), "erro");

  @BeforeAll
  static void createRealm() {
    realm =
        OwnRealm.create(
            SYSTEM,
            "falhas",
            Map.of(
                "defaultScope",
                "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken"
                    + " govbr_empresa govbr_recupera_certificadox509",
                "fatos",
                "categorias##certificado##atuacao##empresas",
                "prazoExtrasMs",
                "4000"));
    GOV_BR.forgetEverybody();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  /** A token that lacks all that an API could tell in its place. */
  private static void tokenIsPoor() {
    GOV_BR.behave("sem-reliability-info", Map.of("cliente", realm.govBrClient()));
    GOV_BR.behave("sem-claim", Map.of("cliente", realm.govBrClient()));
  }

  private static void misbehave(String api, Fault fault) {
    GOV_BR.behave(
        fault.behaviour(),
        Map.of("endpoint", api, "cliente", realm.govBrClient(), "parametros", fault.parameters()));
  }

  private static JsonNode login() {
    return PlainLogin.into(SYSTEM, realm).as(PERSONA).claims();
  }

  private static double calls(String api, String outcome) {
    return SYSTEM.metrics().sum("govbr_api_seconds_count", "api=" + api, "outcome=" + outcome);
  }

  /** Every fault once; of each API those that its own reader or its own place may treat alone. */
  static Stream<Arguments> faultsOfApis() {
    return Stream.of(Api.values())
        .flatMap(
            api ->
                (api == Api.categorias ? faults() : Stream.of(DOWN, SILENT, NOT_JSON))
                    .map(fault -> Arguments.of(api, fault)));
  }

  private static Stream<Fault> faults() {
    return Stream.of(
        new Fault("atraso", Map.of("ms", 60_000), "lento"),
        SILENT,
        new Fault("a-conta-gotas", Map.of("bytes", 100, "ms", 500), "lento"),
        new Fault("conexao-reiniciada", Map.of(), "inalcancavel"),
        DOWN,
        new Fault("status", Map.of("status", 403), "recusado"),
        new Fault("fora-do-ar", Map.of(), "erro"),
        new Fault("limite-de-chamadas", Map.of("segundos", 1), "limite"),
        NOT_JSON,
        new Fault("corpo-vazio", Map.of(), "ilegivel"),
        new Fault("corpo-enorme", Map.of(), "enorme"),
        new Fault("corpo-truncado", Map.of(), "inalcancavel"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faultsOfApis")
  @DisplayName("and knows all again once gov.br works again")
  void oneApiFails(Api broken, Fault fault) {
    tokenIsPoor();
    double before = calls(broken.name(), fault.outcome());
    misbehave(broken.name(), fault);

    JsonNode claims = login();

    assertThat(claims.path("cpf").asText()).isEqualTo(GOV_BR.persona(PERSONA).cpf());
    for (Api api : Api.values()) {
      assertThat(api.isToldIn(claims)).as(api.name()).isEqualTo(api != broken);
    }
    assertThat(calls(broken.name(), fault.outcome())).isEqualTo(before + 1);
    GOV_BR.behaveNormally();
    tokenIsPoor();
    await().atMost(UNTIL_IT_WORKS_AGAIN).until(() -> broken.isToldIn(login()));
  }

  @Test
  @DisplayName("when the list of companies does not come")
  void companiesFail() {
    double before = calls("empresas", "erro");
    misbehave("empresas", DOWN);

    assertThat(Api.categorias.isToldIn(login())).isTrue();

    assertThat(calls("empresas", "erro")).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("when nothing at all comes, after one deadline for all together")
  void everythingHangs() {
    tokenIsPoor();
    Stream.of(Api.values()).forEach(api -> GOV_BR.behaveToo("nunca-responde", hanging(api.name())));

    JsonNode claims = login();

    assertThat(claims.path("cpf").asText()).isEqualTo(GOV_BR.persona(PERSONA).cpf());
    assertThat(claims.path("acr").asText()).isEqualTo("0");
    assertThat(Stream.of(Api.values()).filter(api -> api.isToldIn(claims))).isEmpty();
  }

  private static Map<String, Object> hanging(String api) {
    return Map.of("endpoint", api, "cliente", realm.govBrClient());
  }

  @Test
  @DisplayName("does not even ask an API that fails again and again, and asks it again later")
  void theCircuitOpensAndCloses() {
    misbehave("categorias", DOWN);
    await()
        .atMost(UNTIL_IT_WORKS_AGAIN)
        .until(
            () -> {
              login();
              return circuit("categorias") == 2;
            });
    GOV_BR.forgetCalls();
    double leftOut = calls("categorias", "circuito_aberto");

    JsonNode claims = login();

    assertThat(Api.categorias.isToldIn(claims)).isFalse();
    assertThat(Api.certificado.isToldIn(claims)).as("another API").isTrue();
    assertThat(calls("categorias", "circuito_aberto")).isEqualTo(leftOut + 1);
    assertThat(
            StreamSupport.stream(GOV_BR.calls().spliterator(), false)
                .map(call -> call.path("caminho").asText()))
        .noneMatch(path -> path.endsWith("/categorias"));
    GOV_BR.behaveNormally();
    await().atMost(UNTIL_IT_WORKS_AGAIN).until(() -> Api.categorias.isToldIn(login()));
    assertThat(circuit("categorias")).isZero();
  }

  private static double circuit(String api) {
    return SYSTEM.metrics().sum("govbr_circuit_state", "api=" + api);
  }
}
