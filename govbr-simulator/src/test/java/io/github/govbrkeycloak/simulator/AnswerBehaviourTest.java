package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On demand")
class AnswerBehaviourTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Test
  void userinfo_is_about_somebody_else() {
    on(Behaviour.SUB_DE_OUTRA_PESSOA, Activation.always());
    Tokens tokens = service.tokens("ouro-otp");
    String other = service.get("/userinfo", tokens.accessToken()).json().path("sub").asText();
    assertThat(Cpf.parse(other)).isPresent();
    assertThat(other).isNotEqualTo(tokens.idClaims().path("sub").asText());
  }

  @Test
  void a_code_has_expired() {
    on(Behaviour.CODIGO_EXPIRADO, Activation.always().times(1));
    Answer answer = service.exchange(service.code("ouro-otp"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(service.exchange(service.code("ouro-otp")).status()).isEqualTo(200);
  }

  @Test
  void a_code_can_be_replayed() {
    on(Behaviour.CODIGO_REUTILIZAVEL, Activation.always());
    String code = service.code("ouro-otp");
    assertThat(service.exchange(code).status()).isEqualTo(200);
    assertThat(service.exchange(code).status()).isEqualTo(200);
  }

  @Test
  void the_token_answer_lists_the_scopes() {
    on(Behaviour.ESCOPO_EM_LISTA, Activation.always());
    JsonNode scope = service.exchange(service.code("ouro-otp")).json().path("scope");
    assertThat(scope.isArray()).isTrue();
    assertThat(scope.get(0).asText()).isEqualTo("openid");
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
