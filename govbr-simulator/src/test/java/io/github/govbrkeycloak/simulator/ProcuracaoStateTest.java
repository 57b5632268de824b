package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Powers of attorney")
class ProcuracaoStateTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private AgentLogin agent;
  private String token;

  @BeforeEach
  void signTheAgentIn() {
    agent = AgentLogin.of(RUNNING, "procurador");
    token = agent.token("representado");
  }

  @ParameterizedTest
  @ValueSource(strings = {"representado", "procurador"})
  void end_when_either_account_is_locked(String persona) {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    String cpf = RUNNING.govbr().persona(persona).cpf();
    browser.press("#enter-account-id", Map.of("accountId", cpf));
    for (int i = 0; i < 3; i++) {
      browser.press("#submit-button", Map.of("password", "errada"));
    }
    assertThat(status()).isEqualTo("ACTIVE");
    browser.press("#submit-button", Map.of("password", "errada"));
    assertThat(status()).isEqualTo("CANCELED_BY_ACCOUNT_LOCK");
    assertThat(AgentLogin.of(RUNNING, "procurador").choices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"representado", "procurador"})
  void end_when_either_person_registers_anew_at_a_desk(String persona) {
    assertThat(DeskCall.put(RUNNING.service(), RUNNING.govbr().persona(persona).cpf()).status())
        .isEqualTo(200);
    assertThat(status()).isEqualTo("CANCELED_BY_ACCOUNT_REREGISTER");
  }

  @Test
  void end_when_an_account_is_removed() {
    Answer removed =
        RUNNING
            .service()
            .send(RUNNING.service().request("/simulador/personas/representado").DELETE().build());
    assertThat(removed.status()).isEqualTo(204);
    assertThat(status()).isEqualTo("CANCELED_BY_ACCOUNT_REMOVAL");
    RUNNING.govbr().reset();
    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(RUNNING.govbr().persona("representado")).isNotNull();
  }

  @Test
  void that_have_ended_keep_the_reason_they_ended_for() {
    DeskCall.put(RUNNING.service(), RUNNING.govbr().persona("representado").cpf());
    assertThat(agent.read("/procuracoes/v2/procuracoes", token).findValuesAsText("status"))
        .containsExactly(
            "CANCELED_BY_ACCOUNT_REREGISTER",
            "EXPIRED",
            "REVOKED",
            "RENOUNCED",
            "CANCELED",
            "CANCELED_BY_ACCOUNT_LOCK",
            "CANCELED_BY_ACCOUNT_REMOVAL",
            "CANCELED_BY_ACCOUNT_REREGISTER");
  }

  @Test
  void are_exported_in_the_form_of_the_file_and_forgotten_by_a_reset(@TempDir Path directory)
      throws IOException {
    renounce();
    JsonNode exported = RUNNING.service().get("/simulador/estado").json().get("procuracoes");
    assertThat(exported).hasSize(1);
    assertThat(exported.get(0).get("renunciada_em").asText()).isNotEmpty();

    Files.writeString(directory.resolve("procuracoes.json"), exported.toString());
    SimulatorOptions own = SimulatorOptions.onFreePort().withDataDirectory(directory);
    try (GovBrSimulator other = GovBrSimulator.start(own)) {
      Browser browser = new Browser(other.baseUrl()).open(other.baseUrl() + "/procuracao");
      browser.press("button[data-persona=procurador]");
      assertThat(browser.page().select("#recebidas tr[data-procuracao]").eachText())
          .singleElement()
          .asString()
          .contains("Renunciada por quem a recebeu");
    }

    RUNNING.govbr().reset();
    assertThat(RUNNING.service().get("/simulador/estado").json().get("procuracoes")).isEmpty();
    assertThat(AgentLogin.of(RUNNING, "procurador").choices()).hasSize(2);
  }

  @Test
  void show_hostile_names_as_text() {
    String name = "<script>alert(1)</script>";
    RUNNING
        .govbr()
        .clients()
        .register(
            new Client(
                "hostil.exemplo.gov.br",
                name,
                "s",
                List.of(),
                null,
                List.of(),
                RUNNING.govbr().clients().scopesOf("portal.orgao.exemplo.gov.br"),
                List.of()));
    try {
      Browser browser = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/procuracao/nova");
      browser.press("button[data-persona=representado]").follow("#nova");
      assertThat(browser.text()).contains(name);
      browser.press(
          "#review",
          Map.of(
              "agent",
              RUNNING.govbr().persona("futuro").cpf(),
              "service",
              "hostil.exemplo.gov.br",
              "until",
              "31/12/2099"));
      assertThat(browser.text()).contains(name);
      browser.press("#grant");
      assertThat(browser.text()).contains(name);
      assertThat(browser.page().select("script")).isEmpty();
    } finally {
      RUNNING.govbr().clients().remove("hostil.exemplo.gov.br");
    }
  }

  private void renounce() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/procuracao");
    browser.press("button[data-persona=procurador]").follow("#recebidas a").press("#confirm");
  }

  private String status() {
    return agent.read("/procuracoes/v2/procuracoes", token).at("/poas/0/status").asText();
  }
}
