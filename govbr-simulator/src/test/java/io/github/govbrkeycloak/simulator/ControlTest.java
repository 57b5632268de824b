package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The control API")
class ControlTest {

  private static final String BEHAVIOURS = "/simulador/comportamentos";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Test
  void tells_that_the_simulator_is_ready() {
    assertThat(RUNNING.service().get("/simulador/saude").text()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void lists_the_personas_with_everything_a_test_compares() {
    JsonNode personas = RUNNING.service().get("/simulador/personas").json();
    assertThat(personas).hasSize(15);
    for (JsonNode persona : personas) {
      assertThat(persona.fieldNames())
          .toIterable()
          .contains(
              "id",
              "cpf",
              "senha",
              "nome",
              "nome_social",
              "email",
              "nivel",
              "selos",
              "amr",
              "cnpj",
              "empresas");
      assertThat(persona.path("cpf").asText()).matches("[0-9]{11}");
      assertThat(persona.path("selos").isArray()).isTrue();
      assertThat(persona.path("empresas").isInt()).isTrue();
    }
    assertThat(RUNNING.service().get("/simulador/personas/cin").json().path("selos").toString())
        .isEqualTo("[\"901\"]");
    assertThat(RUNNING.service().get("/simulador/personas/ninguem").status()).isEqualTo(404);
  }

  @Test
  void lists_every_behaviour_with_what_it_does() {
    JsonNode behaviours = RUNNING.service().get(BEHAVIOURS).json();
    assertThat(behaviours).hasSize(Behaviour.values().length);
    for (JsonNode behaviour : behaviours) {
      assertThat(behaviour.path("descricao").asText()).isNotEmpty();
      assertThat(behaviour.path("onde").asText()).isNotEmpty();
      assertThat(behaviour.path("ativacao").isNull()).isTrue();
    }
  }

  @Test
  void switches_a_behaviour_on_and_off() {
    Answer on =
        put(BEHAVIOURS + "/status", "{\"endpoint\":\"jwk\",\"parametros\":{\"status\":500}}");
    assertThat(on.status()).isEqualTo(200);
    assertThat(on.json().path("ativacao").path("endpoint").asText()).isEqualTo("jwk");
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(500);

    assertThat(delete(BEHAVIOURS + "/status").status()).isEqualTo(204);
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(200);
  }

  @Test
  void switches_all_behaviours_off() {
    put(BEHAVIOURS + "/status", "{}");
    put(BEHAVIOURS + "/sem-nonce", "{\"vezes\":3}");
    assertThat(delete(BEHAVIOURS).status()).isEqualTo(204);
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(200);
    assertThat(RUNNING.service().get(BEHAVIOURS).text()).doesNotContain("\"vezes\":3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inventado | {} | 404",
        "status | {\"endpoint\":\"inventado\"} | 400",
        "status | {\"persona\":\"ninguem\"} | 400",
        "status | {\"vezes\":0} | 400",
        "status | {\"vezes\":\"muitas\"} | 400",
        "status | {\"inventado\":1} | 400",
        "status | nao-json | 400",
        "status | [] | 400"
      })
  void refuses_what_it_does_not_understand(String name, String body, int status) {
    assertThat(put(BEHAVIOURS + "/" + name, body).status()).isEqualTo(status);
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atraso          | {"mss":5}                   | parâmetro desconhecido: mss; há: ms
          sem-nonce       | {"ms":5}                    | parâmetro desconhecido: ms; há: token
          fora-do-ar      | {"ms":5}                    | parâmetro desconhecido: ms; fora-do-ar não tem nenhum
          atraso          | {"token":"ambos"}           | parâmetro desconhecido: token; há: ms
          atraso          | {"ms":-5}                   | o parâmetro ms deve ser um número inteiro de 0 a 3600000
          atraso          | {"ms":1.5}                  | o parâmetro ms deve ser um número inteiro de 0 a 3600000
          status          | {"status":"abc"}            | o parâmetro status deve ser um número inteiro de 200 a 599
          status          | {"status":[1]}              | o parâmetro status deve ser um número inteiro de 200 a 599
          corpo-enorme    | {"bytes":99999999999999}    | o parâmetro bytes deve ser um número inteiro de 17 a 1073741824
          corpo-enorme    | {"bytes":99999999999999999999} | o parâmetro bytes deve ser um número inteiro de 17 a 1073741824
          sub-invalido    | {"valor":123}               | o parâmetro valor deve ser um texto
          sem-claim       | {"nome":["aud"]}            | o parâmetro nome deve ser um texto
          """)
  void says_what_is_wrong_about_a_parameter(String name, String parameters, String sentence) {
    Answer answer = put(BEHAVIOURS + "/" + name, "{\"parametros\":" + parameters + "}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("erro").asText()).isEqualTo(sentence);
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"endpont":"jwk"}     | campo desconhecido: endpont; há: cliente, endpoint, ip, parametros, persona, vezes
          {"vezes":"muitas"}    | o campo vezes não tem o tipo esperado
          {"endpoint":["jwk"]}  | o campo endpoint não tem o tipo esperado
          """)
  void says_which_field_it_does_not_understand(String body, String sentence) {
    Answer answer = put(BEHAVIOURS + "/status", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("erro").asText()).isEqualTo(sentence);
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  @Test
  void takes_an_empty_parameter_for_an_absent_one() {
    put(
        BEHAVIOURS + "/status",
        "{\"endpoint\":\"jwk\",\"parametros\":{\"status\":null,\"y\":null}}");
    assertThat(RUNNING.service().get("/jwk").status()).isEqualTo(503);
  }

  @Test
  void registers_and_replaces_a_service_without_ever_showing_its_secret() {
    String path = "/simulador/clientes/novo.exemplo.gov.br";
    Answer registered =
        put(
            path,
            "{\"segredo\":\"segredo-novo\",\"redirect_uris\":[\"http://localhost:2/volta\"],"
                + "\"logout_uris\":[],\"escopos\":[\"openid\"]}");
    assertThat(registered.status()).isEqualTo(200);
    assertThat(registered.text()).doesNotContain("segredo");

    Answer asked =
        RUNNING
            .service()
            .token(
                Map.of("grant_type", "client_credentials"), "novo.exemplo.gov.br", "segredo-novo");
    assertThat(asked.json().path("scope").asText()).isEqualTo("openid");
    assertThat(RUNNING.service().get("/simulador/clientes").text())
        .contains("novo.exemplo.gov.br")
        .doesNotContain("segredo-novo", RelyingParty.SECRET);

    assertThat(delete(path).status()).isEqualTo(204);
    assertThat(delete(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{\"segredo\":null}", "{\"segredo\":\"x\",\"y\":1}"})
  void refuses_a_service_that_is_not_whole(String body) {
    assertThat(put("/simulador/clientes/meio", body).status()).isEqualTo(400);
  }

  @Test
  void keeps_a_log_of_the_calls_and_forgets_it_on_demand() {
    RUNNING.service().exchange("x");
    RUNNING.service().get("/nada");
    JsonNode calls = calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).path("metodo").asText()).isEqualTo("POST");
    assertThat(calls.get(0).path("caminho").asText()).isEqualTo("/token");
    assertThat(calls.get(0).path("endpoint").asText()).isEqualTo("token");
    assertThat(calls.get(0).path("cliente").asText()).isEqualTo(RelyingParty.CLIENT_ID);
    assertThat(calls.get(0).path("status").asInt()).isEqualTo(400);
    assertThat(calls.get(1).path("endpoint").isNull()).isTrue();

    assertThat(delete("/simulador/chamadas").status()).isEqualTo(204);
    assertThat(calls()).isEmpty();
  }

  @Test
  void makes_the_simulator_forget_sessions_and_consents() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=cin]").press("#authorize");
    assertThat(delete("/simulador/sessoes").status()).isEqualTo(204);

    browser.open(RUNNING.service().authorizeUrl()).press("button[data-persona=cin]");
    assertThat(browser.text()).contains("Autorização de uso de dados pessoais");
  }

  private static JsonNode calls() {
    return RUNNING.service().get("/simulador/chamadas").json();
  }

  private static Answer put(String path, String body) {
    return RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
  }

  private static Answer delete(String path) {
    return RUNNING.service().send(RUNNING.service().request(path).DELETE().build());
  }
}
