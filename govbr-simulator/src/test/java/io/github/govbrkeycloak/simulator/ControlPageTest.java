package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.settings.Choice;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The control page")
class ControlPageTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser browser;

  @BeforeEach
  void open() {
    browser = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/simulador");
  }

  @Test
  void is_reached_from_the_start_page() {
    Browser start = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/");
    assertThat(start.page().select("a[href=/simulador]")).isNotEmpty();
    assertThat(browser.text()).contains("SIMULADOR: dados fictícios").contains("Nada: o simulador");
  }

  @Test
  void switches_a_behaviour_on_and_off() {
    browser.press(
        "#switch-on",
        Map.of("behaviour", "status", "endpoint", "jwk", "parameters", "status=502", "times", "9"));
    assertThat(browser.page().select("#ligados").text()).contains("status, em jwk, mais 9 vezes");
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(502);
    browser.press("button[value=switch-off]");
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(200);
    assertThat(browser.page().select("#nada-ligado")).isNotEmpty();
  }

  @Test
  void takes_the_other_side_of_a_dispute_and_goes_back_to_normal() {
    browser.press("button[data-setting=pkce]");
    assertThat(RUNNING.govbr().settings().chosen(Choice.PKCE_OPTIONAL)).isTrue();
    browser.press("#behave");
    assertThat(RUNNING.govbr().settings().chosen(Choice.PKCE_REQUIRED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "behaviour, inexistente, Escolha um comportamento.",
    "times, muitas, Vezes deve ser um número.",
    "times, 0, Vezes deve ser 1 ou mais.",
    "endpoint, lua, Endpoint desconhecido",
    "persona, ninguem, Persona desconhecida",
    "operation, dançar, Esse botão não existe.",
  })
  void says_what_it_cannot_do_and_changes_nothing(String field, String value, String sentence) {
    Map<String, String> form = new HashMap<>();
    form.put("operation", "switch-on");
    form.put("behaviour", "status");
    form.put(field, value);
    browser.post(browser.address(), form);
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains(sentence);
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  @Test
  void shows_hostile_values_as_text() {
    browser.press(
        "#switch-on", Map.of("behaviour", "atraso", "client", "<script>alert(1)</script>"));
    assertThat(browser.page().select("script")).isEmpty();
    assertThat(browser.text()).contains("<script>alert(1)</script>");
  }
}
