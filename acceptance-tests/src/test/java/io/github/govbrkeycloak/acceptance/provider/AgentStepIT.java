package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@CompleteSystem
@DisplayName("The step in which somebody begins to act for another person")
class AgentStepIT {

  /** How long gov.br takes for an answer during which something else is done. */
  private static final Duration SLOWNESS = Duration.ofSeconds(4);

  private static final String REALM = "procuradores";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  @RegisterExtension private static final AgentScene SCENE = new AgentScene(SYSTEM, REALM);

  @Test
  void tells_the_application_at_once_whom_the_person_represents() {
    StepVisit visit = SCENE.actFor(AgentScene.GRANTOR);

    assertThat(visit.status()).isEqualTo("success");
    JsonNode told = SCENE.idToken(visit);
    assertThat(AgentScene.represented(told.path("govbr"))).isEqualTo(SCENE.cpf(AgentScene.GRANTOR));
    assertThat(told.path("sub")).as("the account").isEqualTo(SCENE.claims().path("sub"));
    assertThat(told.path("cpf").asText()).isEqualTo(SCENE.cpf(AgentScene.AGENT));
    assertThat(AgentScene.represented(SCENE.now()))
        .as("in the session")
        .isEqualTo(SCENE.cpf(AgentScene.GRANTOR));
  }

  @Test
  void gives_the_agent_nothing_of_the_represented_person_but_the_number() {
    String agent = "contador";
    String grantor = "ouro-otp";
    assertThat(GOV_BR.persona(grantor).nivel()).as("or this proves nothing").isEqualTo("ouro");
    GOV_BR.forgetEverybody();
    PlainLogin login =
        PlainLogin.into(SYSTEM, SCENE.realm()).through(AgentScene.PROVIDER).as(agent);
    JsonNode own = login.claims();
    assertThat(own.path("acr").asText()).isEqualTo("prata");

    login.onBehalfOf(grantor);
    StepVisit visit = StepVisit.after(SCENE.realm(), login).start(AgentScene.STEP).goOn();
    JsonNode told = SCENE.idToken(visit.signInAtGovBrAs(agent));

    assertThat(AgentScene.represented(told.path("govbr"))).isEqualTo(SCENE.cpf(grantor));
    assertThat(told.path("acr")).isEqualTo(own.path("acr"));
    assertThat(told.path("govbr_selos")).isEqualTo(own.path("govbr_selos"));
    assertThat(told.path("name")).isEqualTo(own.path("name"));
    assertThat(told.path("email")).isEqualTo(own.path("email"));
  }

  @Test
  void makes_and_opens_no_account_of_the_represented_person() {
    SCENE.actFor(AgentScene.GRANTOR);
    JsonNode accounts = SCENE.realm().admin().get("/users?max=10");

    assertThat(accounts).hasSize(1);
    String id = accounts.path(0).path("id").asText();
    assertThat(id).isEqualTo(SCENE.claims().path("sub").asText());
    JsonNode links = SCENE.realm().admin().get("/users/" + id + "/federated-identity");
    assertThat(links).hasSize(1);
    assertThat(links.path(0).path("userId").asText().equals(SCENE.cpf(AgentScene.AGENT)))
        .as("linked to the agent")
        .isTrue();
  }

  @Test
  void is_left_at_once() {
    SCENE.actFor(AgentScene.GRANTOR);

    StepVisit left = SCENE.visit().start(AgentScene.STEP + ":sair");

    assertThat(left.status()).isEqualTo("success");
    JsonNode told = SCENE.idToken(left);
    assertThat(told.path("govbr").has(AgentScene.GRANTOR)).isFalse();
    assertThat(told.path("acr")).isEqualTo(SCENE.claims().path("acr"));
    assertThat(SCENE.now().has(AgentScene.GRANTOR)).isFalse();
  }

  @Test
  void stays_left_when_a_password_is_confirmed_in_another_tab_meanwhile() {
    SCENE.actFor(AgentScene.GRANTOR);
    String password = GOV_BR.persona(AgentScene.AGENT).senha();
    String wayBack = SCENE.visit().start(PasswordScene.STEP).goOn().wayBackWith(password);
    double before = passwordsReturned();
    GOV_BR.behave(
        "atraso",
        Map.of("endpoint", "revalidacao-token", "parametros", Map.of("ms", SLOWNESS.toMillis())));
    CompletableFuture<HttpBrowser.Page> confirmed = SCENE.login().browser().begin(wayBack);
    await().until(() -> passwordsReturned() > before);

    assertThat(SCENE.visit().start(AgentScene.STEP + ":sair").status()).isEqualTo("success");
    confirmed.join();

    JsonNode told = SCENE.now();
    assertThat(told.has(AgentScene.GRANTOR)).isFalse();
    assertThat(told.has(PasswordScene.CLAIM)).as("confirmed").isTrue();
  }

  private static double passwordsReturned() {
    return SYSTEM
        .metrics()
        .sum("govbr_etapa_total", "realm=" + REALM, "etapa=govbr-senha", "fase=voltou");
  }

  @Test
  void is_left_also_by_whoever_represents_nobody() {
    assertThat(SCENE.visit().start(AgentScene.STEP + ":sair").status()).isEqualTo("success");
  }

  @Test
  void takes_what_gov_br_says_now_also_when_that_is_nobody() {
    JsonNode tokens = SCENE.actFor(AgentScene.GRANTOR).tokens();
    assertThat(AgentScene.represented(PlainLogin.claims(tokens).path("govbr")))
        .isEqualTo(SCENE.cpf(AgentScene.GRANTOR));
    PlainLogin own = SCENE.login().inOwnName();

    StepVisit visit =
        StepVisit.after(SCENE.realm(), own)
            .start(AgentScene.STEP)
            .goOn()
            .signInAtGovBrAs(AgentScene.AGENT);

    assertThat(visit.refusal()).isEqualTo("GOVBR-617");
    assertThat(
            PlainLogin.claims(SCENE.login().refreshed(tokens))
                .path("govbr")
                .has(AgentScene.GRANTOR))
        .as("at once, whatever the person does next")
        .isFalse();
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
    assertThat(visit.govBr().has(AgentScene.GRANTOR)).isFalse();
  }

  @Test
  void explains_that_nobody_gave_the_person_a_power() {
    GOV_BR.forgetEverybody();
    PlainLogin other =
        PlainLogin.into(SYSTEM, SCENE.realm()).through(AgentScene.PROVIDER).as("ouro-otp");
    StepVisit visit =
        StepVisit.after(SCENE.realm(), other)
            .start(AgentScene.STEP)
            .goOn()
            .signInAtGovBrAs("ouro-otp");

    assertThat(visit.refusal()).isEqualTo("GOVBR-617");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void does_not_let_somebody_else_in_nor_makes_them_an_account() {
    StepVisit visit = SCENE.visit().start(AgentScene.STEP);
    GOV_BR.forgetEverybody();
    visit.goOn().signInAtGovBrAs(AgentScene.GRANTOR);

    assertThat(visit.refusal()).isEqualTo("GOVBR-616");
    assertThat(SCENE.realm().admin().get("/users?max=10")).hasSize(1);
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
    assertThat(SCENE.idToken(visit).path("sub")).isEqualTo(SCENE.claims().path("sub"));
  }

  @Test
  void comes_back_to_its_page_when_it_is_cancelled_at_gov_br() {
    StepVisit visit = SCENE.visit().start(AgentScene.STEP);
    GOV_BR.forgetEverybody();
    visit.goOn().cancelAtGovBr();
    assertThat(visit.refusal()).isEqualTo("GOVBR-201");

    SCENE.login().onBehalfOf(AgentScene.GRANTOR);
    assertThat(visit.goOn().signInAtGovBrAs(AgentScene.AGENT).status()).isEqualTo("success");
    assertThat(AgentScene.represented(visit.govBr())).isEqualTo(SCENE.cpf(AgentScene.GRANTOR));
  }

  @Test
  void tells_the_application_when_the_person_does_not_want_to() {
    assertThat(SCENE.visit().start(AgentScene.STEP).giveUp().status()).isEqualTo("cancelled");
  }
}
