package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("By the control API a developer")
class ControlStateTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Test
  void sees_every_disagreement_and_takes_the_other_side() {
    JsonNode all = send("GET", "/simulador/ajustes", "").json();
    assertThat(all.findValuesAsText("pergunta")).hasSizeGreaterThan(20);
    JsonNode shown = send("PUT", "/simulador/ajustes/pkce", "{\"escolha\":\"opcional\"}").json();
    assertThat(shown.get("escolha").asText()).isEqualTo("opcional");
    assertThat(send("DELETE", "/simulador/ajustes", "").status()).isEqualTo(204);
    assertThat(send("GET", "/simulador/ajustes/pkce", "").json().get("escolha").asText())
        .isEqualTo("obrigatorio");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"escolha\":\"talvez\"}", "{}", "", "{\"escolha\":null}"})
  void is_told_which_sides_there_are(String body) {
    Answer answer = send("PUT", "/simulador/ajustes/pkce", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("erro").asText()).contains("pkce deve ser");
  }

  @Test
  void is_told_that_there_is_no_such_disagreement() {
    assertThat(send("GET", "/simulador/ajustes/x", "").status()).isEqualTo(404);
  }

  @Test
  void stops_the_clock_and_tokens_follow() {
    send("PUT", "/simulador/relogio", "{\"instante\":\"2031-05-06T07:08:09Z\"}");
    JsonNode claims = RUNNING.service().tokens("ouro-otp").idClaims();
    assertThat(claims.get("iat").asLong())
        .isEqualTo(Instant.parse("2031-05-06T07:08:09Z").getEpochSecond());
    send("DELETE", "/simulador/relogio", "");
    assertThat(send("GET", "/simulador/relogio", "").json().get("parado").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jwk", "/.well-known/openid-configuration", "/nao-existe"})
  void stops_the_clock_and_every_answer_tells_its_time(String path) {
    send("PUT", "/simulador/relogio", "{\"instante\":\"2031-05-06T07:08:09Z\"}");
    assertThat(RUNNING.service().get(path).header("Date"))
        .isEqualTo("Tue, 06 May 2031 07:08:09 GMT");
    send("DELETE", "/simulador/relogio", "");
  }

  @Test
  void lets_the_clock_run_ahead() {
    JsonNode reading = send("PUT", "/simulador/relogio", "{\"deslocamento\":\"-PT90S\"}").json();
    assertThat(reading.get("deslocamento").asText()).isEqualTo("PT-1M-30S");
    assertThat(reading.get("parado").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"instante\":\"amanhã\"}",
        "{\"deslocamento\":\"5 minutos\"}",
        "{\"deslocamento\":\"P999999999D\"}",
        "{\"instante\":\"2031-05-06T07:08:09Z\",\"deslocamento\":\"PT1S\"}",
      })
  void is_told_how_to_set_the_clock(String body) {
    Answer answer = send("PUT", "/simulador/relogio", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("erro").asText()).contains("instante");
  }

  @Test
  void switches_a_behaviour_on_twice_and_one_of_them_off() {
    String path = "/simulador/comportamentos/status";
    send("POST", path, "{\"endpoint\":\"jwk\",\"parametros\":{\"status\":502}}");
    Answer second = send("POST", path, "{\"endpoint\":\"jwk\",\"parametros\":{\"status\":504}}");
    assertThat(second.status()).isEqualTo(201);
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(504);

    String active = "/simulador/comportamentos/ativos";
    assertThat(send("GET", active, "").json()).hasSize(2);
    assertThat(send("DELETE", active + "/" + second.json().get("id").asText(), "").status())
        .isEqualTo(204);
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(502);
    assertThat(send("DELETE", active + "/999999", "").status()).isEqualTo(404);
  }

  @Test
  void exports_what_changed_and_puts_it_back() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.govbr().baseUrl() + "/catalogo");
    browser.press("button[data-persona=bronze-senha]").press("button[value=801]");
    browser.press("#succeed");

    JsonNode personas = send("GET", "/simulador/estado", "").json().get("personas");
    assertThat(personas).hasSize(1);
    assertThat(personas.get(0).get("id").asText()).isEqualTo("bronze-senha");
    assertThat(personas.get(0).get("nivel").asText()).isEqualTo("ouro");

    assertThat(send("DELETE", "/simulador/estado", "").status()).isEqualTo(204);
    assertThat(send("GET", "/simulador/estado", "").json().get("personas")).isEmpty();
    assertThat(RUNNING.govbr().persona("bronze-senha").nivel()).isEqualTo("bronze");
  }

  private static Answer send(String method, String path, String body) {
    return RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://outro.example",
    "Origin, null",
    "Origin, http://localhost",
    "Origin, '%%%'",
  })
  void is_safe_from_pages_of_other_sites(String header, String value) {
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .request("/simulador/estado")
                    .header(header, value)
                    .DELETE()
                    .build());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("erro").asText()).contains("outro site");
  }

  @Test
  void may_use_pages_of_the_simulator_itself() {
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .request("/simulador/estado")
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Origin", RUNNING.govbr().baseUrl())
                    .DELETE()
                    .build());
    assertThat(answer.status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rebind.example", "rebind.example:8280", "localhost.example", "0x7f.1"})
  void is_safe_from_pages_whose_name_was_turned_to_this_machine(String host) throws IOException {
    for (String method : List.of("GET", "DELETE")) {
      for (String path : List.of("/simulador/personas", "/simulador/estado", "/simulador", "/")) {
        assertThat(ask(method, path, host))
            .as(method + " " + path)
            .startsWith("HTTP/1.1 421")
            .contains("outro nome");
      }
    }
    assertThat(ask("GET", "/jwk", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:8280", "127.0.0.1:1", "[::1]:8280", "192.168.7.7:8280"})
  void may_call_it_by_any_of_its_own_names(String host) throws IOException {
    assertThat(ask("GET", "/simulador/personas", host)).startsWith("HTTP/1.1 200");
    assertThat(ask("DELETE", "/simulador/estado", host)).startsWith("HTTP/1.1 204");
  }

  private static String ask(String method, String path, String host) throws IOException {
    return RawHttp.send(
        RUNNING.govbr().baseUrl(),
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nOrigin: http://"
            + host
            + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void puts_the_registered_services_back() {
    String ours = "/simulador/clientes/novo.exemplo.gov.br";
    String readyMade = "/simulador/clientes/sem-selos.orgao.exemplo.gov.br";
    send("PUT", ours, "{\"segredo\":\"x\"}");
    send("DELETE", readyMade, "");
    send("DELETE", "/simulador/estado", "");
    assertThat(send("GET", ours, "").status()).as("kept by the reset of the state").isEqualTo(200);

    assertThat(send("DELETE", "/simulador/clientes", "").status()).isEqualTo(204);
    assertThat(send("GET", ours, "").status()).isEqualTo(404);
    assertThat(send("GET", readyMade, "").status()).isEqualTo(200);
    RUNNING.service().register(RelyingParty.LAUNCHER);
  }
}
