package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CompleteSystem
@DisplayName("What gov.br answers about somebody who begins to act for another person")
class AgentAnswerIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  @RegisterExtension
  private static final AgentScene SCENE = new AgentScene(SYSTEM, "procuradores-respostas");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "conexao-reiniciada, GOVBR-301",
    "fora-do-ar, GOVBR-304",
    "corpo-nao-json, GOVBR-305"
  })
  void ends_in_one_sentence_and_a_way_on_when_gov_br_fails(String behaviour, String code) {
    StepVisit visit = SCENE.visit().start(AgentScene.STEP);
    GOV_BR.behave(behaviour, Map.of("endpoint", "token"));
    visit.goOn().signInAtGovBrAs(AgentScene.AGENT);
    assertThat(visit.isStepPage()).isTrue();
    assertThat(visit.refusal()).isEqualTo(code);

    GOV_BR.behaveNormally();
    SCENE.login().onBehalfOf(AgentScene.GRANTOR);
    assertThat(visit.goOn().signInAtGovBrAs(AgentScene.AGENT).status()).isEqualTo("success");
  }

  @Test
  void believes_no_agent_token_that_gov_br_did_not_sign() {
    GOV_BR.behave("assinatura-errada", Map.of("parametros", Map.of("token", "access_token")));
    assertThat(SCENE.actFor(AgentScene.GRANTOR).refusal()).isEqualTo("GOVBR-617");
    assertThat(SCENE.now().has(AgentScene.GRANTOR)).isFalse();
  }

  @Test
  void believes_no_agent_token_of_another_person() {
    GOV_BR.behave(
        "claims-do-access-token-trocados",
        Map.of("parametros", Map.of("dados", Map.of("sub", SCENE.cpf("ouro-otp")))));
    assertThat(SCENE.actFor(AgentScene.GRANTOR).refusal()).isEqualTo("GOVBR-409");
    assertThat(SCENE.realm().admin().get("/users?max=10")).hasSize(1);
  }

  @Test
  void asks_for_the_scopes_of_powers_only_in_this_step() {
    GOV_BR.forgetCalls();
    SCENE.actFor(AgentScene.GRANTOR);
    assertThat(scopesAsked()).anyMatch(scope -> scope.contains("poav2_"));

    GOV_BR.forgetEverybody();
    GOV_BR.forgetCalls();
    PlainLogin.into(SYSTEM, SCENE.realm()).through(AgentScene.PROVIDER).as(AgentScene.AGENT);
    assertThat(scopesAsked()).noneMatch(scope -> scope.contains("poav2_"));
  }

  private static TreeSet<String> scopesAsked() {
    TreeSet<String> scopes = new TreeSet<>();
    for (JsonNode call : GOV_BR.calls()) {
      if (call.path("caminho").asText().startsWith("/authorize")) {
        scopes.add(call.toString());
      }
    }
    assertThat(scopes).isNotEmpty();
    return scopes;
  }

  @Test
  void cannot_be_done_where_the_session_would_not_keep_it() {
    SCENE.realm().set("fatosGuardados", "nivel##cpf");
    PlainLogin plain = PlainLogin.into(SYSTEM, SCENE.realm()).as(AgentScene.AGENT);
    StepVisit visit = StepVisit.after(SCENE.realm(), plain).start(AgentScene.STEP);
    assertThat(visit.refusal()).isEqualTo("GOVBR-615");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void knows_the_person_by_the_account_s_link_where_the_session_keeps_no_cpf() {
    SCENE.realm().set("fatosGuardados", "nivel##representado");
    GOV_BR.forgetEverybody();
    PlainLogin plain = PlainLogin.into(SYSTEM, SCENE.realm()).as(AgentScene.AGENT);
    StepVisit visit = StepVisit.after(SCENE.realm(), plain).start(AgentScene.STEP);
    GOV_BR.forgetEverybody();
    assertThat(visit.goOn().signInAtGovBrAs(AgentScene.GRANTOR).refusal()).isEqualTo("GOVBR-616");
    GOV_BR.forgetEverybody();
    assertThat(visit.goOn().signInAtGovBrAs(AgentScene.AGENT).refusal())
        .as("the person, whom nobody empowered for this service")
        .isEqualTo("GOVBR-617");
  }
}
