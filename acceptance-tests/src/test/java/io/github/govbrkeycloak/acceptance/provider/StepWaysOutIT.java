package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step {@code govbr-nivel}, whose way back has no state, has tests of its own. */
@CompleteSystem
@DisplayName("Whoever is in a step of an application")
class StepWaysOutIT {

  private static final String NAME = "etapas-saidas";
  private static final String PROVIDER = "procuracao";
  private static final String PERSON = "contador";
  private static final String GRANTOR = "ouro-otp";
  private static final String PASSWORD = "govbr-senha";
  private static final String AGENT = "govbr-procuracao";
  private static final String COMPANY = "govbr-empresa";

  /** The service for which the simulator's fictional people gave powers of attorney. */
  private static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  private static final int A_MOMENT = 2;
  private static final Map<String, ?> USUAL_TIMES =
      Map.of("accessCodeLifespanLogin", 1800, "accessCodeLifespanUserAction", 300);

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  private static OwnRealm realm;
  private static PasswordCredential credential;

  private PlainLogin login;

  @BeforeAll
  static void createRealm() {
    realm = OwnRealm.create(SYSTEM, NAME, Map.of());
    credential = PasswordCredential.of(SYSTEM, realm, NAME, PROVIDER);
    Map<String, String> settings = new HashMap<>(credential.settings());
    settings.put("defaultScope", "openid email profile govbr_confiabilidades govbr_empresa");
    realm.addProvider(PROVIDER, CLIENT_WITH_POWERS, settings);
  }

  @AfterAll
  static void deleteRealm() {
    credential.close();
    realm.close();
  }

  @BeforeEach
  void signIn() {
    GOV_BR.forgetEverybody();
    login = PlainLogin.into(SYSTEM, realm).through(PROVIDER).as(PERSON);
    login.claims();
    login.onBehalfOf(GRANTOR);
  }

  @AfterEach
  void putBack() {
    realm.setOfRealm(USUAL_TIMES);
  }

  private StepVisit visit() {
    return StepVisit.after(realm, login);
  }

  /** The step's own page. */
  private StepVisit asked(String step) {
    StepVisit visit = visit().start(step).signInAtGovBrAs(PERSON);
    assertThat(isAsked(step, visit)).isTrue();
    return visit;
  }

  private static boolean isAsked(String step, StepVisit visit) {
    return step.equals(COMPANY) ? visit.isCompanyList() : visit.isStepPage();
  }

  /** What gov.br asks in the step; before the companies it does only of whom it has forgotten. */
  private StepVisit atGovBr(String step) {
    if (step.equals(COMPANY)) {
      GOV_BR.forgetEverybody();
      return visit().start(step);
    }
    return visit().start(step).goOn();
  }

  private StepVisit answeredAtGovBr(String step, StepVisit visit) {
    return step.equals(PASSWORD)
        ? visit.typePassword(GOV_BR.persona(PERSON).senha())
        : visit.signInAtGovBrAs(PERSON);
  }

  /** Presses the button of the step's page that goes on. */
  private static StepVisit pressed(String step, StepVisit visit) {
    return step.equals(COMPANY) ? visit.chooseCompany() : visit.goOn();
  }

  /** From the step's page to the application. */
  private StepVisit done(String step, StepVisit visit) {
    StepVisit gone = pressed(step, visit);
    return step.equals(COMPANY) ? gone : answeredAtGovBr(step, gone);
  }

  /** From gov.br to the application. */
  private StepVisit doneFromGovBr(String step, StepVisit visit) {
    StepVisit back = answeredAtGovBr(step, visit);
    return step.equals(COMPANY) ? back.chooseCompany() : back;
  }

  private static void letPass(int seconds) {
    Instant then = Instant.now().plusSeconds(seconds);
    await().until(() -> Instant.now().isAfter(then));
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, AGENT, COMPANY})
  void sees_its_page_again_who_looked_at_it_for_too_long(String step) {
    StepVisit visit = asked(step);
    realm.setOfRealm(Map.of("accessCodeLifespanUserAction", A_MOMENT));
    letPass(A_MOMENT + 1);

    pressed(step, visit);

    assertThat(isAsked(step, visit)).isTrue();
    realm.setOfRealm(USUAL_TIMES);
    assertThat(done(step, visit).status()).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, AGENT, COMPANY})
  void may_take_longer_at_gov_br_than_a_step_of_keycloak_lasts(String step) {
    StepVisit visit = atGovBr(step);
    realm.setOfRealm(Map.of("accessCodeLifespanUserAction", A_MOMENT));
    letPass(A_MOMENT + 1);

    answeredAtGovBr(step, visit);

    realm.setOfRealm(USUAL_TIMES);
    if (step.equals(COMPANY)) {
      visit.chooseCompany();
    }
    assertThat(visit.status()).isEqualTo("success");
  }

  @Test
  void is_told_so_and_can_type_the_password_when_the_login_has_gone_with_time() {
    StepVisit visit = atGovBr(PASSWORD);
    forgetLogin();

    answeredAtGovBr(PASSWORD, visit);

    assertThat(visit.refusal()).isEqualTo("GOVBR-612");
    visit.tryAgain().signInAtGovBrAs(PERSON);
    assertThat(done(PASSWORD, visit).status()).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, COMPANY})
  void is_back_at_the_step_when_the_login_has_gone_with_time(String step) {
    StepVisit visit = atGovBr(step);
    forgetLogin();

    answeredAtGovBr(step, visit).signInAtGovBrAs(PERSON);

    assertThat(isAsked(step, visit)).isTrue();
    assertThat(done(step, visit).status()).isEqualTo("success");
  }

  private void forgetLogin() {
    login.browser().forget(realm.url(), "AUTH_SESSION_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, COMPANY})
  void is_back_at_the_step_after_longer_than_a_login_lasts(String step) {
    StepVisit visit = atGovBr(step);
    realm.setOfRealm(
        Map.of("accessCodeLifespanLogin", A_MOMENT, "accessCodeLifespanUserAction", A_MOMENT));
    letPass(A_MOMENT + 1);

    answeredAtGovBr(step, visit).signInAtGovBrAs(PERSON);

    realm.setOfRealm(USUAL_TIMES);
    assertThat(isAsked(step, visit)).isTrue();
    assertThat(done(step, visit).status()).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, AGENT, COMPANY})
  void ends_well_in_two_tabs_at_once(String step) {
    StepVisit first = atGovBr(step);
    StepVisit second = step.equals(COMPANY) ? visit().start(step) : atGovBr(step);

    assertThat(doneFromGovBr(step, second).status()).isEqualTo("success");
    assertThat(doneFromGovBr(step, first).status()).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, AGENT, COMPANY})
  void may_go_back_in_the_browser(String step) {
    StepVisit visit = asked(step);
    HttpBrowser.Page before = visit.page();
    visit.open(before.url());
    assertThat(isAsked(step, visit)).as("reloaded").isTrue();

    visit.backTo(before);

    assertThat(done(step, visit).status()).isEqualTo("success");
  }

  @Test
  void can_go_on_after_having_cancelled_the_login_at_gov_br_before_the_companies() {
    StepVisit visit = atGovBr(COMPANY).cancelAtGovBr();
    assertThat(visit.refusal()).isEqualTo("GOVBR-201");

    visit.tryAgain().signInAtGovBrAs(PERSON);

    assertThat(done(COMPANY, visit).status()).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, AGENT})
  void is_told_so_and_goes_back_when_the_session_was_ended_meanwhile(String step) {
    StepVisit visit = atGovBr(step);
    endSessions();

    answeredAtGovBr(step, visit);

    assertThat(visit.refusal()).isEqualTo("GOVBR-611");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void signs_in_anew_and_chooses_a_company_when_the_session_was_ended_meanwhile() {
    StepVisit visit = atGovBr(COMPANY);
    endSessions();

    assertThat(doneFromGovBr(COMPANY, visit).status()).isEqualTo("success");
  }

  private static void endSessions() {
    realm.admin().post("/logout-all", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, AGENT, COMPANY, "govbr-nivel"})
  void is_back_at_the_application_at_once_where_the_realm_has_not_the_step(String step) {
    String address = "/authentication/required-actions/" + step;
    ObjectNode known = realm.admin().get(address).deepCopy();
    realm.admin().put(address, known.deepCopy().put("enabled", false));
    try {
      assertThat(visit().start(step).status()).isEqualTo("error");
    } finally {
      realm.admin().put(address, known);
    }
  }
}
