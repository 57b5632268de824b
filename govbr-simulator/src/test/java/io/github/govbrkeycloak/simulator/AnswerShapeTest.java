package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("On demand a JSON answer")
class AnswerShapeTest {

  private static final String ACCOUNT = "/confiabilidades/v3/contas/98765432100";
  private static final String COMPANIES =
      "/empresas/v2/empresas?filtrar-por-participante=24681357928";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Test
  void lacks_a_field_in_each_item_of_a_list() {
    String token = service.tokens("contador").accessToken();
    on(Behaviour.SEM_CAMPO, Activation.always().with("nome", "razaoSocial"));
    JsonNode companies = service.get(COMPANIES, token).json();
    assertThat(companies).hasSize(3).noneMatch(company -> company.has("razaoSocial"));
    assertThat(companies).allMatch(company -> company.has("cnpj"));
  }

  @Test
  void lacks_its_first_field_where_none_is_named() {
    on(Behaviour.SEM_CAMPO, Activation.always().at("token"));
    JsonNode answer = service.exchange(service.code("ouro-otp")).json();
    assertThat(answer.has("access_token")).isFalse();
    assertThat(answer.has("id_token")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, https://outro.example/, /issuer",
    "token_endpoint, http://localhost:1/, /token_endpoint",
    "inexistente, x, /inexistente",
  })
  void has_another_value_in_a_field_that_is_there(String name, String value, String pointer) {
    on(Behaviour.CAMPO_TROCADO, Activation.always().with("nome", name).with("valor", value));
    JsonNode document = service.get("/.well-known/openid-configuration").json();
    assertThat(document.at(pointer).asText()).isEqualTo(name.equals("inexistente") ? "" : value);
  }

  @Test
  void has_a_value_of_another_type_deep_within() {
    on(
        Behaviour.CAMPO_TROCADO,
        Activation.always().with("nome", "poas.status").with("valor", List.of(1)));
    AgentLogin agent = AgentLogin.of(RUNNING, "procurador");
    JsonNode statuses = agent.poas("representado");
    assertThat(statuses.get(0).get("status").toString()).isEqualTo("[1]");
    assertThat(statuses.get(7).get("status").toString()).isEqualTo("[1]");
  }

  @Test
  void has_a_list_as_a_text() {
    on(Behaviour.CAMPO_EM_TEXTO, Activation.always().with("nome", "grant_types_supported"));
    JsonNode document = service.get("/.well-known/openid-configuration").json();
    assertThat(document.get("grant_types_supported").asText())
        .isEqualTo("authorization_code client_credentials");
  }

  @Test
  void has_a_level_and_a_seal_nobody_has_heard_of_in_the_api_too() {
    String token = service.tokens("ouro-otp").accessToken();
    on(Behaviour.NIVEL_DESCONHECIDO, Activation.always());
    on(Behaviour.SELO_DESCONHECIDO, Activation.always().with("valor", "611"));
    assertThat(service.get(ACCOUNT + "/niveis", token).json().findValuesAsText("id"))
        .containsExactly("4");
    assertThat(service.get(ACCOUNT + "/confiabilidades", token).json().findValuesAsText("id"))
        .containsExactly("401", "701", "611");
  }

  @Test
  void is_about_somebody_else_from_its_first_field_to_its_last() {
    on(Behaviour.SUB_DE_OUTRA_PESSOA, Activation.always());
    String token = service.tokens("ouro-otp").accessToken();
    JsonNode facts = service.get("/userinfo", token).json();
    assertThat(facts.get("sub").asText()).isEqualTo(RUNNING.govbr().persona("bronze-senha").cpf());
    assertThat(facts.get("name").asText())
        .isEqualTo(RUNNING.govbr().persona("bronze-senha").nome());
  }

  @Test
  void stays_as_it_is_when_it_tells_an_error() {
    on(Behaviour.SEM_CAMPO, Activation.always());
    assertThat(service.get("/userinfo").json().get("error").asText()).isEqualTo("invalid_token");
    assertThat(service.get("/simulador/saude").json().has("status")).isTrue();
  }

  @Test
  void names_the_parts_of_a_demanded_error_either_way() {
    on(Behaviour.STATUS, Activation.always().at("jwk"));
    on(Behaviour.LIMITE_DE_CHAMADAS, Activation.always().at("descoberta"));
    assertThat(service.get("/jwk").json().get("error").asText()).isEqualTo("503");
    RUNNING.govbr().settings().choose(Choice.CODIGO_DESCRICAO);
    assertThat(service.get("/jwk").json().get("codigo").asText()).isEqualTo("503");
    Answer limited = service.get("/.well-known/openid-configuration");
    assertThat(limited.json().get("codigo").asText()).isEqualTo("429");
  }

  @ParameterizedTest
  @CsvSource({
    "access_token, true, false",
    "id_token, false, true",
    "ambos, true, true",
  })
  void has_its_wrong_token_where_it_is_told(String token, boolean access, boolean id) {
    on(Behaviour.AUD_ERRADO, Activation.always().with("token", token));
    on(Behaviour.SEM_KID, Activation.always().with("token", token));
    var tokens = service.tokens("ouro-otp");
    assertThat(tokens.accessClaims().get("aud").asText().equals(RelyingParty.CLIENT_ID))
        .isNotEqualTo(access);
    assertThat(tokens.idClaims().get("aud").asText().equals(RelyingParty.CLIENT_ID))
        .isNotEqualTo(id);
    assertThat(tokens.accessHeader().has("kid")).isNotEqualTo(access);
    assertThat(tokens.idHeader().has("kid")).isNotEqualTo(id);
  }

  @Test
  void has_a_wrong_token_of_the_older_host_too() {
    EveryEndpointCall calls = new EveryEndpointCall(RUNNING);
    on(Behaviour.EXPIRADO, Activation.always().with("token", "access_token"));
    Answer answer = service.send(calls.to("revalidacao-token", "/oauth/v1/token"));
    JsonNode claims = RelyingParty.part(answer.json().get("access_token").asText(), 1);
    assertThat(claims.get("exp").asLong())
        .isLessThan(RUNNING.govbr().clock().instant().getEpochSecond());
  }

  @Test
  void is_asked_for_a_token_there_is_not() {
    Answer answer =
        service.send(
            service
                .request("/simulador/comportamentos/expirado")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"parametros\":{\"token\":\"refresh_token\"}}"))
                .build());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("erro").asText()).startsWith("parametros.token deve ser");
  }

  @Test
  void without_a_subject_opens_no_desk() {
    on(Behaviour.SEM_CLAIM, Activation.always().with("nome", "sub").with("token", "access_token"));
    String token = service.tokens("ouro-otp").accessToken();
    assertThat(DeskCall.put(service, "52998224725", DeskCall.request().toString(), token).status())
        .isEqualTo(401);
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
