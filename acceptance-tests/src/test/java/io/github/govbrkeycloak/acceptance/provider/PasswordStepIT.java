package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.PasswordScene.CLAIM;
import static io.github.govbrkeycloak.acceptance.provider.PasswordScene.PERSON;
import static io.github.govbrkeycloak.acceptance.provider.PasswordScene.STEP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("The step that asks for the password of gov.br again")
class PasswordStepIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  @RegisterExtension private static final PasswordScene scene = new PasswordScene(SYSTEM, "senha");

  @Test
  void tells_the_application_at_once_when_it_was_typed_and_keeps_telling() {
    Instant before = Instant.now();
    StepVisit visit = scene.atGovBr().typePassword(scene.password());

    assertThat(visit.status()).isEqualTo("success");
    JsonNode tokens = visit.tokens();
    String told = claim(tokens);
    assertThat(Instant.parse(told)).isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(claim(scene.login().refreshed(tokens))).as("after a refresh").isEqualTo(told);
    assertThat(scene.visit().start("no-such-step").govBr().path(CLAIM).asText())
        .as("in another login of the session")
        .isEqualTo(told);
  }

  private static String claim(JsonNode tokens) {
    return Jwt.claims(tokens.path("id_token").asText()).path("govbr").path(CLAIM).asText();
  }

  @Test
  void is_forgotten_by_the_next_login_at_gov_br() {
    scene.atGovBr().typePassword(scene.password());
    assertThat(scene.login().as(PERSON).claims().path("govbr").has(CLAIM)).isFalse();
  }

  @Test
  void asks_again_only_when_it_is_older_than_the_application_says() {
    scene.atGovBr().typePassword(scene.password());

    assertThat(scene.visit().start(STEP + ":300").status()).isEqualTo("success");
    assertThat(scene.visit().start(STEP).isStepPage()).as("without an age").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "300s", "9999999", "sair"})
  void asks_again_when_the_age_makes_no_sense(String age) {
    scene.atGovBr().typePassword(scene.password());
    assertThat(scene.visit().start(STEP + ":" + age).isStepPage()).isTrue();
  }

  @Test
  void waits_at_gov_br_until_the_password_is_right() {
    StepVisit visit = scene.atGovBr().typePassword("senha errada");
    assertThat(visit.page().url()).startsWith(SYSTEM.simulatorUrl());
    assertThat(visit.typePassword(scene.password()).status()).isEqualTo("success");
  }

  @Test
  void does_not_take_another_person_s_password() {
    StepVisit visit = scene.visit().start(STEP);
    GOV_BR.forgetEverybody();
    visit.goOn().typePasswordOf(GOV_BR.persona("prata-banco"));

    assertThat(visit.refusal()).isEqualTo("GOVBR-613");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
    assertThat(visit.govBr().has(CLAIM)).isFalse();
  }

  @Test
  void tells_that_it_was_cancelled_and_begins_again() {
    StepVisit visit = scene.atGovBr().cancelAtGovBr();
    assertThat(visit.refusal()).isEqualTo("GOVBR-614");
    assertThat(visit.goOn().typePassword(scene.password()).status()).isEqualTo("success");
  }

  @Test
  void tells_the_application_when_the_person_does_not_want_to() {
    StepVisit visit = scene.visit().start(STEP).giveUp();
    assertThat(visit.status()).isEqualTo("cancelled");
    assertThat(visit.govBr().has(CLAIM)).isFalse();
  }

  @Test
  void is_done_in_two_tabs_at_once() {
    StepVisit first = scene.atGovBr();
    StepVisit second = scene.atGovBr();

    assertThat(second.typePassword(scene.password()).status()).isEqualTo("success");
    assertThat(first.typePassword(scene.password()).status()).isEqualTo("success");
  }

  @Test
  void ends_when_the_session_was_ended_meanwhile() {
    String wayBack = scene.atGovBr().wayBackWith(scene.password());
    scene
        .realm()
        .admin()
        .post("/users/" + scene.claims().path("sub").asText() + "/logout", Map.of());

    StepVisit late = scene.visit().open(wayBack);
    assertThat(late.refusal()).isIn("GOVBR-611", "GOVBR-612");
  }

  @Test
  void survives_more_than_keycloak_s_life_of_a_step() {
    StepVisit visit = scene.atGovBr();
    String wayBack = visit.wayBackWith(scene.password());
    setStepLife(5);
    try {
      awaitOlderThan(Instant.now(), Duration.ofSeconds(6));
      assertThat(visit.open(wayBack).status()).isEqualTo("success");
    } finally {
      setStepLife(300);
    }
  }

  private static void setStepLife(int seconds) {
    ObjectNode changed = scene.realm().admin().get("").deepCopy();
    changed.put("accessCodeLifespanUserAction", seconds);
    scene.realm().admin().put("", changed);
  }

  private static void awaitOlderThan(Instant moment, Duration age) {
    while (Instant.now().isBefore(moment.plus(age))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void ends_when_the_login_has_gone_with_time() {
    String wayBack = scene.atGovBr().wayBackWith(scene.password());
    scene.login().browser().forget(scene.realm().url(), "AUTH_SESSION_ID");

    StepVisit late = scene.visit().open(wayBack);

    assertThat(late.refusal()).isEqualTo("GOVBR-612");
    scene.assertNotConfirmed();
    late.tryAgain().signInAtGovBrAs(PERSON);
    assertThat(late.isStepPage()).isTrue();
    assertThat(late.goOn().typePassword(scene.password()).status()).isEqualTo("success");
  }

  @Test
  void can_be_required_of_an_account_in_the_middle_of_its_login() {
    require(STEP);
    StepVisit visit =
        StepVisit.at(scene.realm(), PlainLogin.into(SYSTEM, scene.realm()).as(PERSON));
    assertThat(visit.isStepPage()).isTrue();

    visit.goOn().typePassword(scene.password());

    assertThat(visit.govBr().has(CLAIM)).isTrue();
    assertThat(
            scene
                .realm()
                .admin()
                .get("/users/" + scene.claims().path("sub").asText())
                .path("requiredActions"))
        .as("it was required once")
        .isEmpty();
  }

  @Test
  void lets_nobody_in_who_does_not_want_to_although_it_is_required() {
    require(STEP);
    StepVisit visit =
        StepVisit.at(scene.realm(), PlainLogin.into(SYSTEM, scene.realm()).as(PERSON));

    visit.giveUp();

    assertThat(HttpBrowser.parameter(visit.page().url(), "error")).contains("access_denied");
    require();
  }

  private void require(String... steps) {
    String account = "/users/" + scene.claims().path("sub").asText();
    ObjectNode changed = scene.realm().admin().get(account).deepCopy();
    changed.set("requiredActions", new JsonMapper().valueToTree(List.of(steps)));
    scene.realm().admin().put(account, changed);
  }

  @Test
  void cannot_be_done_by_whoever_did_not_come_from_gov_br() {
    scene
        .realm()
        .admin()
        .post(
            "/users",
            Map.of(
                "username", "servidora",
                "enabled", true,
                "email", "servidora@exemplo.gov.br",
                "firstName", "Servidora",
                "lastName", "do Órgão",
                "credentials", List.of(Map.of("type", "password", "value", "senha-do-orgao"))));
    PlainLogin own =
        PlainLogin.into(SYSTEM, scene.realm()).withPassword("servidora", "senha-do-orgao");
    StepVisit visit = StepVisit.after(scene.realm(), own);
    assertThat(visit.start(STEP).refusal()).isEqualTo("GOVBR-611");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void cannot_be_done_without_a_credential_or_its_secret() {
    StepVisit away = scene.atGovBr();
    scene.credential().loseSecret();
    try {
      assertThat(scene.visit().start(STEP).refusal())
          .as("before a password is typed in vain")
          .isEqualTo("GOVBR-615");
      assertThat(away.typePassword(scene.password()).refusal()).isEqualTo("GOVBR-615");
    } finally {
      scene.credential().keepSecret();
    }

    scene.withoutCredential(
        () -> assertThat(scene.visit().start(STEP).refusal()).isEqualTo("GOVBR-615"));
  }

  @Test
  void is_an_error_for_the_application_where_the_realm_does_not_have_it() {
    ObjectNode step =
        scene.realm().admin().get("/authentication/required-actions/" + STEP).deepCopy();
    step.put("enabled", false);
    scene.realm().admin().put("/authentication/required-actions/" + STEP, step);
    try {
      assertThat(scene.visit().start(STEP).status()).isEqualTo("error");
    } finally {
      step.put("enabled", true);
      scene.realm().admin().put("/authentication/required-actions/" + STEP, step);
    }
  }
}
