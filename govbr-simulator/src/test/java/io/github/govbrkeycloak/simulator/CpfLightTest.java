package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CPF Light")
class CpfLightTest {

  private static final String CLIENT = "conecta.orgao.exemplo.gov.br";
  private static final String SECRET = "segredo-do-conecta-na-demonstracao";
  private static final String OPERATOR = "52998224725";
  private static final String FULL = "/conecta/api-cpf-light/v2/consulta/cpf";

  /** Those of the file, in its order; the last one lives abroad. */
  private static final List<String> OF_EVERY_SITUATION =
      List.of(
          "\"70000000159\"",
          "\"70000000230\"",
          "\"70000000310\"",
          "\"70000000400\"",
          "\"70000000582\"",
          "\"70000000825\"",
          "\"70000000906\"",
          "\"70000001040\"");

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @AfterEach
  void letTheServiceCallFromAnywhere() {
    register(List.of());
  }

  @Test
  void gives_a_token_whose_subject_is_an_object() {
    String token = token();
    assertThat(RelyingParty.part(token, 0).toString())
        .contains("\"alg\":\"RS512\"")
        .contains("\"typ\":\"JWT\"");
    JsonNode claims = RelyingParty.part(token, 1);
    assertThat(claims.at("/sub/scopes").asText()).isEqualTo("api-cpf-light-v1");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(7200);
    assertThat(claims.get("iss").asText()).isEqualTo("conectagov-iss");
  }

  @Test
  void has_a_citizen_of_every_situation() {
    JsonNode all =
        post(
                FULL,
                token(),
                OPERATOR,
                "{\"listaCpf\":[" + String.join(",", OF_EVERY_SITUATION) + "]}")
            .json();
    assertThat(all.findValues("SituacaoCadastral"))
        .extracting(JsonNode::intValue)
        .containsExactly(0, 2, 3, 4, 5, 8, 9, 0);
    assertThat(all.get(2).get("AnoObito").isInt()).isTrue();
    assertThat(all.get(0).has("AnoObito")).isFalse();
    assertThat(all.get(0).get("Cep").intValue()).isEqualTo(1_001_000);
    assertThat(all.get(0).get("DataNascimento").asText()).isEqualTo("19750823");
    assertThat(all.get(7).get("ResidenteExterior").asText()).isEqualTo("S");
    assertThat(all.get(7).has("Cep")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000191", "11111111111", "abc", "<script>"})
  void has_a_message_in_place_of_whoever_is_not_found(String cpf) {
    JsonNode entry = consult(cpf).get(0);
    assertThat(entry.get("mensagem").asText()).isEqualTo("CPF não encontrado");
    assertThat(entry.has("Nome")).isFalse();
  }

  @Test
  void tells_less_where_only_the_identification_is_asked_for() {
    JsonNode entry =
        post(
                "/conecta/api-cpf-light/v2/consulta/identificacao",
                token(),
                OPERATOR,
                "{\"listaCpf\":[\"98765432100\"]}")
            .json()
            .get(0);
    assertThat(entry.has("Nome")).isTrue();
    assertThat(entry.has("Logradouro")).isFalse();
  }

  @Test
  void has_a_trial() {
    assertThat(
            post(
                    "/conecta/api-cpf-light-trial/v2/consulta/cpf",
                    token(),
                    OPERATOR,
                    "{\"listaCpf\":[\"98765432100\"]}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void takes_either_side_of_each_dispute() {
    RUNNING.govbr().settings().choose(Choice.CPF_LIGHT_OBJECT);
    RUNNING.govbr().settings().choose(Choice.CPF_LIGHT_DAY_FIRST);
    RUNNING.govbr().settings().choose(Choice.CPF_LIGHT_SEX_9);
    JsonNode entry = consult("98765432100").get("listaCpfCompleto").get(0);
    assertThat(entry.get("DataNascimento").asText()).isEqualTo("01011980");
    assertThat(entry.get("Sexo").intValue()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"listaCpf\":[]}", "{\"listaCpf\":\"98765432100\"}", "[", "[]"})
  void refuses_a_body_that_asks_nothing(String body) {
    assertThat(post(FULL, token(), OPERATOR, body).status()).isEqualTo(400);
  }

  @Test
  void refuses_an_enormous_list() {
    String list = "\"98765432100\",".repeat(51).replaceFirst(",$", "");
    assertThat(post(FULL, token(), OPERATOR, "{\"listaCpf\":[" + list + "]}").status())
        .isEqualTo(400);
  }

  @Test
  void demands_to_know_who_asks() {
    assertThat(post(FULL, token(), "123", "{\"listaCpf\":[\"98765432100\"]}").status())
        .isEqualTo(400);
  }

  @Test
  void refuses_tokens_of_others_and_old_ones() {
    String body = "{\"listaCpf\":[\"98765432100\"]}";
    String citizens = RUNNING.service().tokens("ouro-otp").accessToken();
    assertThat(post(FULL, citizens, OPERATOR, body).status()).isEqualTo(401);
    assertThat(post(FULL, "a.b.c", OPERATOR, body).status()).isEqualTo(401);
    String token = token();
    RUNNING.govbr().clock().shift(Duration.ofHours(3));
    assertThat(post(FULL, token, OPERATOR, body).status()).isEqualTo(401);
  }

  @Test
  void opens_no_api_of_gov_br_with_its_token() {
    assertThat(RUNNING.service().get("/userinfo", token()).status()).isEqualTo(401);
  }

  @Test
  void refuses_a_credential_of_the_login() {
    assertThat(token(RelyingParty.CLIENT_ID, RelyingParty.SECRET).status()).isEqualTo(401);
    assertThat(token(CLIENT, "errado").status()).isEqualTo(401);
  }

  @Test
  void tells_whoever_calls_from_an_address_that_is_not_registered() {
    String token = token();
    register(List.of("192.0.2.1"));
    assertThat(token(CLIENT, SECRET).status()).isEqualTo(403);
    Answer answer = post(FULL, token, OPERATOR, "{\"listaCpf\":[\"98765432100\"]}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("mensagem").asText()).contains("IP");
  }

  private static void register(List<String> ips) {
    RUNNING
        .govbr()
        .clients()
        .register(
            new Client(
                CLIENT,
                "Conecta",
                SECRET,
                List.of(),
                null,
                List.of(),
                List.of("api-cpf-light-v1"),
                ips));
  }

  private static JsonNode consult(String cpf) {
    return post(FULL, token(), OPERATOR, "{\"listaCpf\":[\"" + cpf + "\"]}").json();
  }

  private static String token() {
    return token(CLIENT, SECRET).json().get("access_token").asText();
  }

  private static Answer token(String client, String secret) {
    HttpRequest request =
        RUNNING
            .service()
            .form("/conecta/oauth2/jwt-token", Map.of("grant_type", "client_credentials"))
            .header("Authorization", RelyingParty.basic(client, secret))
            .build();
    return RUNNING.service().send(request);
  }

  private static Answer post(String path, String token, String operator, String body) {
    return RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("x-cpf-usuario", operator)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
  }
}
