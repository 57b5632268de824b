package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(browser.text())
        .contains("SIMULADOR: dados fictícios")
        .contains("Normal: o simulador");
  }

  @Test
  void switches_a_behaviour_on_and_off() {
    browser
        .open(formOf("status"))
        .press(
            "#switch-on",
            Map.of("parametro-status", "502", "endpoint", "jwk", "times", "9", "ip", ""));
    assertThat(browser.page().select("#ligados").text())
        .contains("status, em jwk, mais 9 vezes, status=502");
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(502);
    browser.press("button[value=switch-off]");
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(200);
    assertThat(browser.text()).contains("Normal: o simulador se comporta como o gov.br");
  }

  @Test
  void leads_to_a_form_for_each_behaviour_with_its_parameters() {
    for (Behaviour behaviour : Behaviour.values()) {
      assertThat(
              browser.page().select("a[href=/simulador/comportamento/" + behaviour.label() + "]"))
          .as(behaviour.label())
          .hasSize(1);
      Browser form = RUNNING.newBrowser().open(formOf(behaviour.label()));
      List<String> fields =
          form.page().select("input[id^=parametro-]").eachAttr("id").stream()
              .map(id -> id.substring("parametro-".length()))
              .toList();
      assertThat(fields)
          .as(behaviour.label())
          .hasSize(behaviour.description().split("parametros\\.", -1).length - 1)
          .allSatisfy(name -> assertThat(behaviour.description()).contains("parametros." + name));
    }
  }

  @Test
  void shows_what_is_taken_where_nothing_is_typed() {
    browser.open(formOf("a-conta-gotas"));
    assertThat(browser.page().select("#parametro-bytes").attr("placeholder"))
        .isEqualTo("padrão: 30");
    assertThat(browser.page().select("#parametro-ms").attr("placeholder"))
        .isEqualTo("padrão: 1000");
    browser.open(formOf("sub-invalido"));
    assertThat(browser.page().select("#parametro-valor").attr("placeholder")).isEmpty();
  }

  @Test
  void takes_the_other_side_of_a_dispute_and_goes_back_to_normal() {
    assertThat(browser.page().select("select[id=pkce] option[selected]").val())
        .isEqualTo("obrigatorio");
    browser.press("form:has(#pkce) button", Map.of("pkce", "opcional", "localhost", "recusado"));
    assertThat(RUNNING.govbr().settings().chosen(Choice.PKCE_OPTIONAL)).isTrue();
    assertThat(RUNNING.govbr().settings().chosen(Choice.LOCALHOST_REFUSED)).isTrue();
    assertThat(browser.page().select("#mudados li")).hasSize(2);
    browser.press("#behave");
    assertThat(RUNNING.govbr().settings().chosen(Choice.PKCE_REQUIRED)).isTrue();
    assertThat(RUNNING.govbr().settings().chosen(Choice.LOCALHOST_ACCEPTED)).isTrue();
    assertThat(browser.page().select("#mudados")).isEmpty();
  }

  @Test
  void has_every_setting_once() {
    for (Setting setting : Setting.values()) {
      assertThat(browser.page().select("select[id=" + setting.label() + "]"))
          .as(setting.label())
          .hasSize(1);
    }
  }

  @Test
  void takes_all_sides_of_a_form_or_none() {
    browser.press("form:has(#pkce) button", Map.of("pkce", "opcional", "localhost", "lua"));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("Localhost deve ser");
    assertThat(RUNNING.govbr().settings().chosen(Choice.PKCE_REQUIRED)).isTrue();
  }

  @Test
  void tells_that_the_clock_is_wrong() {
    RUNNING.govbr().clock().stopAt(Instant.parse("2031-05-06T07:08:09Z"));
    browser.open(RUNNING.govbr().baseUrl() + "/simulador");
    assertThat(browser.page().select("#relogio").text()).contains("parado em 2031-05-06T07:08:09Z");
    browser.press("#behave");
    assertThat(browser.page().select("#relogio")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "times, muitas, Vezes deve ser um número.",
    "times, 0, Vezes deve ser 1 ou mais.",
    "endpoint, lua, Endpoint desconhecido",
    "persona, ninguem, Persona desconhecida",
  })
  void says_what_it_cannot_do_and_keeps_what_was_typed(String field, String value, String text) {
    browser.open(formOf("status"));
    browser.press("#switch-on", Map.of("parametro-status", "599", field, value));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains(text);
    assertThat(browser.page().select("#parametro-status").val()).isEqualTo("599");
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  @Test
  void counts_the_last_time_in_the_singular() {
    browser.open(formOf("status")).press("#switch-on", Map.of("times", "1"));
    assertThat(browser.page().select("#ligados").text()).isEqualTo("status, mais 1 vez Desligar");
  }

  @Test
  void says_what_a_parameter_must_be() {
    browser.open(formOf("status")).press("#switch-on", Map.of("parametro-status", "600"));
    assertThat(browser.text())
        .contains("O parâmetro status deve ser um número inteiro de 200 a 599.");
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  @Test
  void takes_digits_for_a_text_where_a_text_is_asked_for() {
    browser
        .open(formOf("selo-desconhecido"))
        .press("#switch-on", Map.of("parametro-valor", "8888"));
    assertThat(RUNNING.service().tokens("ouro-otp").idClaims().toString()).contains("\"8888\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dançar", "", "switch-off"})
  void has_no_other_buttons(String operation) {
    browser.post(browser.address(), Map.of("operation", operation));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("Não mudou nada.");
  }

  @Test
  void has_no_form_for_what_does_not_exist() {
    assertThat(RUNNING.newBrowser().open(formOf("inexistente")).status()).isEqualTo(404);
  }

  @Test
  void shows_hostile_values_as_text() {
    Map<String, String> form = new HashMap<>();
    form.put("client", "<script>alert(1)</script>");
    form.put("parametro-nome", "\"><script>alert(2)</script>");
    browser.open(formOf("sem-claim")).press("#switch-on", form);
    assertThat(browser.page().select("script")).isEmpty();
    assertThat(browser.text())
        .contains("<script>alert(1)</script>")
        .contains("<script>alert(2)</script>");
    form.put("times", "<script>alert(3)</script>");
    browser.open(formOf("sem-claim")).press("#switch-on", form);
    assertThat(browser.page().select("script")).isEmpty();
    assertThat(browser.page().select("#times").val()).isEqualTo("<script>alert(3)</script>");
  }

  private static String formOf(String behaviour) {
    return RUNNING.govbr().baseUrl() + "/simulador/comportamento/" + behaviour;
  }
}
