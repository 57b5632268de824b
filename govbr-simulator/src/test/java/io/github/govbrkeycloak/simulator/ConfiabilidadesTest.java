package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The confiabilidades API")
class ConfiabilidadesTest {

  private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-0300";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @ParameterizedTest
  @CsvSource({"bronze-senha,1", "prata-banco,2", "ouro-otp,3"})
  void tells_the_level_by_its_bare_id(String persona, String level) {
    JsonNode levels = read(persona, "niveis").json();
    assertThat(levels).hasSize(1);
    assertThat(levels.get(0).path("id").asText()).isEqualTo(level);
    assertThat(levels.get(0).path("id").isTextual()).isTrue();
    assertThat(levels.get(0).path("dataAtualizacao").asText()).matches(DATE);
  }

  @Test
  void tells_the_seals_with_their_dates() {
    assertThat(read("prata-banco", "confiabilidades").text())
        .isEqualTo(
            "[{\"id\":\"101\",\"dataAtualizacao\":\"2022-05-10T09:00:00.001-0300\"},"
                + "{\"id\":\"605\",\"dataAtualizacao\":\"2024-02-29T23:59:59.999-0300\"}]");
  }

  @Test
  void tells_the_categories() {
    JsonNode categories = read("prata-banco", "categorias").json();
    assertThat(categories).hasSize(2);
    assertThat(categories.get(1).path("id").asText()).isEqualTo("204");
  }

  @ParameterizedTest
  @ValueSource(strings = {"niveis", "categorias", "confiabilidades"})
  void refuses_a_token_without_the_scope(String path) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid govbr_confiabilidades_idtoken");
    String token = RUNNING.service().tokens("ouro-otp", request).accessToken();
    assertError(
        RUNNING.service().get(path("98765432100", path), token),
        401,
        "ACCESSTOKEN_SCOPE_MUSTCONTAINSEXPECTEDSCOPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"niveis", "categorias", "confiabilidades"})
  void refuses_the_cpf_of_another_person(String path) {
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    assertError(
        RUNNING.service().get(path("12345678909", path), token),
        403,
        "REQUEST_ACCOUNTID_MUSTMATCHACCESSTOKENSUB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"987.654.321-00", "x", "%00", "98765432100%20"})
  void refuses_what_is_not_exactly_the_cpf(String cpf) {
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    assertThat(RUNNING.service().get(path(cpf, "niveis"), token).status()).isBetween(400, 404);
  }

  @Test
  void refuses_whoever_has_no_token_or_a_broken_one() {
    assertError(
        RUNNING.service().get(path("98765432100", "niveis")), 401, "ACCESSTOKEN_MUSTBEVALID");
    assertError(
        RUNNING.service().get(path("98765432100", "niveis"), "a.b.c"),
        401,
        "ACCESSTOKEN_MUSTBEVALID");
  }

  private static Answer read(String persona, String path) {
    String token = RUNNING.service().tokens(persona).accessToken();
    Answer answer =
        RUNNING.service().get(path(RUNNING.govbr().persona(persona).cpf(), path), token);
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static String path(String cpf, String what) {
    return "/confiabilidades/v3/contas/" + cpf + "/" + what + "?response-type=ids";
  }

  private static void assertError(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    JsonNode error = answer.json().path("errors").get(0);
    assertThat(error.path("status").numberValue()).isEqualTo(status);
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("title").asText()).isNotEmpty();
  }
}
