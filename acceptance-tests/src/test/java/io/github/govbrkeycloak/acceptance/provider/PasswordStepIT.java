package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("The step that asks for the password of gov.br again")
class PasswordStepIT {

  private static final String REALM = "senha";
  private static final String PERSON = "ouro-otp";
  private static final String STEP = "govbr-senha";
  private static final String CLAIM = "senha_revalidada_em";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static OwnRealm realm;
  private static PasswordCredential credential;

  private PlainLogin login;
  private JsonNode claims;

  @BeforeAll
  static void createRealm() {
    realm = OwnRealm.create(SYSTEM, REALM, Map.of());
    credential = PasswordCredential.of(SYSTEM, realm, REALM);
  }

  @AfterAll
  static void deleteRealm() {
    credential.close();
    realm.close();
  }

  @BeforeEach
  void signIn() {
    GOV_BR.forgetEverybody();
    login = PlainLogin.into(SYSTEM, realm).as(PERSON);
    claims = login.claims();
    assertThat(claims.path("govbr").has(CLAIM)).as("a login confirms nothing").isFalse();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
  }

  private StepVisit visit() {
    return StepVisit.after(realm, login);
  }

  private static String password() {
    return GOV_BR.persona(PERSON).senha();
  }

  private void assertNotConfirmed() {
    StepVisit later = visit().start("no-such-step");
    assertThat(later.govBr().has(CLAIM)).as("the claim").isFalse();
  }

  @Test
  void tells_the_application_at_once_when_it_was_typed_and_keeps_telling() {
    Instant before = Instant.now();
    StepVisit visit = visit().start(STEP).goOn().typePassword(password());

    assertThat(visit.status()).isEqualTo("success");
    JsonNode tokens = visit.tokens();
    String told = claim(tokens);
    assertThat(Instant.parse(told)).isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(claim(login.refreshed(tokens))).as("after a refresh").isEqualTo(told);
    assertThat(visit().start("no-such-step").govBr().path(CLAIM).asText())
        .as("in another login of the session")
        .isEqualTo(told);
  }

  private static String claim(JsonNode tokens) {
    return TestApplication.claims(tokens.path("id_token").asText())
        .path("govbr")
        .path(CLAIM)
        .asText();
  }

  @Test
  void is_forgotten_by_the_next_login_at_gov_br() {
    visit().start(STEP).goOn().typePassword(password());
    assertThat(login.as(PERSON).claims().path("govbr").has(CLAIM)).isFalse();
  }

  @Test
  void asks_again_only_when_it_is_older_than_the_application_says() {
    visit().start(STEP).goOn().typePassword(password());

    assertThat(visit().start(STEP + ":300").status()).isEqualTo("success");
    assertThat(visit().start(STEP).isStepPage()).as("without an age").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "300s", "9999999", "sair"})
  void asks_again_when_the_age_makes_no_sense(String age) {
    visit().start(STEP).goOn().typePassword(password());
    assertThat(visit().start(STEP + ":" + age).isStepPage()).isTrue();
  }

  @Test
  void waits_at_gov_br_until_the_password_is_right() {
    StepVisit visit = visit().start(STEP).goOn().typePassword("senha errada");
    assertThat(visit.page().url()).startsWith(SYSTEM.simulatorUrl());
    assertThat(visit.typePassword(password()).status()).isEqualTo("success");
  }

  @Test
  void does_not_take_another_person_s_password() {
    StepVisit visit = visit().start(STEP);
    GOV_BR.forgetEverybody();
    visit.goOn().typePasswordOf(GOV_BR.persona("prata-banco"));

    assertThat(visit.refusal()).isEqualTo("GOVBR-613");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
    assertThat(visit.govBr().has(CLAIM)).isFalse();
  }

  @Test
  void tells_that_it_was_cancelled_and_begins_again() {
    StepVisit visit = visit().start(STEP).goOn().cancelAtGovBr();
    assertThat(visit.refusal()).isEqualTo("GOVBR-614");
    assertThat(visit.goOn().typePassword(password()).status()).isEqualTo("success");
  }

  @Test
  void tells_the_application_when_the_person_does_not_want_to() {
    StepVisit visit = visit().start(STEP).giveUp();
    assertThat(visit.status()).isEqualTo("cancelled");
    assertThat(visit.govBr().has(CLAIM)).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "sem-assinatura, -, GOVBR-402",
        "assinatura-errada, -, GOVBR-402",
        "hs256-com-chave-publica, -, GOVBR-402",
        "iss-errado, -, GOVBR-403",
        "aud-errado, -, GOVBR-404",
        "aud-errado, portal.orgao.exemplo.gov.br, GOVBR-404",
        "expirado, -, GOVBR-405",
        "iat-no-futuro, -, GOVBR-406",
        "sem-iat, -, GOVBR-406",
        "sub-invalido, -, GOVBR-408",
        "sub-trocado, -, GOVBR-613"
      })
  void believes_no_token_that_gov_br_did_not_issue_for_it(
      String behaviour, String value, String code) {
    StepVisit visit = visit().start(STEP);
    Map<String, String> parameters =
        value == null
            ? Map.of("token", "access_token")
            : Map.of("token", "access_token", "valor", value);
    GOV_BR.behave(behaviour, Map.of("parametros", parameters));
    visit.goOn().typePassword(password());

    assertThat(visit.refusal()).isEqualTo(code);
    GOV_BR.behaveNormally();
    assertNotConfirmed();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "conexao-reiniciada, GOVBR-301",
    "fora-do-ar, GOVBR-304",
    "corpo-nao-json, GOVBR-305",
    "corpo-vazio, GOVBR-305",
    "corpo-enorme, GOVBR-306"
  })
  void ends_in_one_sentence_and_a_way_on_when_gov_br_fails(String behaviour, String code) {
    StepVisit visit = visit().start(STEP);
    GOV_BR.behave(behaviour, Map.of("endpoint", "revalidacao-token"));
    visit.goOn().typePassword(password());
    assertThat(visit.refusal()).isEqualTo(code);

    GOV_BR.behaveNormally();
    assertThat(visit.goOn().typePassword(password()).status()).isEqualTo("success");
  }

  @Test
  void takes_each_answer_once() {
    StepVisit visit = visit().start(STEP).goOn();
    String wayBack = visit.wayBackWith(password());
    assertThat(visit.open(wayBack).status()).isEqualTo("success");

    StepVisit again = visit().open(wayBack);
    assertThat(again.refusal()).isEqualTo("GOVBR-612");
    assertThat(again.page().status()).isEqualTo(400);
  }

  @Test
  void takes_no_code_twice_even_with_a_new_state() {
    String used = visit().start(STEP).goOn().wayBackWith(password());
    visit().open(used);

    StepVisit visit = visit().start(STEP).goOn();
    String fresh = visit.wayBackWith(password());
    visit.open(
        fresh.replace(
            "code=" + PlainLogin.parameter(fresh, "code").orElseThrow(),
            "code=" + PlainLogin.parameter(used, "code").orElseThrow()));

    assertThat(visit.refusal()).isEqualTo("GOVBR-104");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?code=x&state=inventado",
        "?code=x",
        "?state=",
        "?code=x&state=a&state=b",
        "?error=access_denied&state=inventado",
        ""
      })
  void takes_no_answer_that_nobody_waits_for(String query) {
    visit().start(STEP).goOn();
    StepVisit forged = visit().open(realm.url() + "/broker/govbr/endpoint/revalidacao" + query);
    assertThat(forged.refusal()).isEqualTo("GOVBR-612");
  }

  @Test
  void takes_an_answer_only_in_the_browser_that_asked() {
    String wayBack = visit().start(STEP).goOn().wayBackWith(password());
    GOV_BR.forgetEverybody();
    PlainLogin another = PlainLogin.into(SYSTEM, realm).as(PERSON);

    StepVisit stolen = StepVisit.after(realm, another).start(STEP).open(wayBack);
    assertThat(stolen.refusal()).isEqualTo("GOVBR-612");

    assertThat(visit().open(wayBack).status()).as("in its own browser").isEqualTo("success");
  }

  @Test
  void takes_an_answer_only_at_the_provider_that_asked() {
    realm.addProvider("outro", "outro-" + REALM + ".exemplo.gov.br", Map.of());
    String wayBack = visit().start(STEP).goOn().wayBackWith(password());

    StepVisit mixed = visit().open(wayBack.replace("/broker/govbr/", "/broker/outro/"));
    assertThat(mixed.refusal()).isEqualTo("GOVBR-105");
    assertNotConfirmed();
  }

  @Test
  void is_done_in_two_tabs_at_once() {
    StepVisit first = visit().start(STEP).goOn();
    StepVisit second = visit().start(STEP).goOn();

    assertThat(second.typePassword(password()).status()).isEqualTo("success");
    assertThat(first.typePassword(password()).status()).isEqualTo("success");
  }

  @Test
  void ends_when_the_session_was_ended_meanwhile() {
    String wayBack = visit().start(STEP).goOn().wayBackWith(password());
    realm.admin().post("/users/" + claims.path("sub").asText() + "/logout", Map.of());

    StepVisit late = visit().open(wayBack);
    assertThat(late.refusal()).isIn("GOVBR-611", "GOVBR-612");
  }

  @Test
  void survives_more_than_keycloak_s_life_of_a_step() {
    StepVisit visit = visit().start(STEP).goOn();
    String wayBack = visit.wayBackWith(password());
    setStepLife(1);
    try {
      awaitOlderThan(Instant.now(), Duration.ofSeconds(2));
      assertThat(visit.open(wayBack).status()).isEqualTo("success");
    } finally {
      setStepLife(300);
    }
  }

  private static void setStepLife(int seconds) {
    ObjectNode changed = realm.admin().get("").deepCopy();
    changed.put("accessCodeLifespanUserAction", seconds);
    realm.admin().put("", changed);
  }

  private static void awaitOlderThan(Instant moment, Duration age) {
    while (Instant.now().isBefore(moment.plus(age))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void ends_when_the_login_has_gone_with_time() {
    String wayBack = visit().start(STEP).goOn().wayBackWith(password());
    login.browser().forget(realm.url(), "AUTH_SESSION_ID");

    assertThat(visit().open(wayBack).refusal()).isEqualTo("GOVBR-612");
    assertNotConfirmed();
  }

  @Test
  void can_be_required_of_an_account_in_the_middle_of_its_login() {
    require(STEP);
    StepVisit visit = StepVisit.at(realm, PlainLogin.into(SYSTEM, realm).as(PERSON));
    assertThat(visit.isStepPage()).isTrue();

    visit.goOn().typePassword(password());

    assertThat(visit.govBr().has(CLAIM)).isTrue();
    assertThat(realm.admin().get("/users/" + claims.path("sub").asText()).path("requiredActions"))
        .as("it was required once")
        .isEmpty();
  }

  @Test
  void lets_nobody_in_who_does_not_want_to_although_it_is_required() {
    require(STEP);
    StepVisit visit = StepVisit.at(realm, PlainLogin.into(SYSTEM, realm).as(PERSON));

    visit.giveUp();

    assertThat(PlainLogin.parameter(visit.page().url(), "error")).contains("access_denied");
    require();
  }

  private void require(String... steps) {
    String account = "/users/" + claims.path("sub").asText();
    ObjectNode changed = realm.admin().get(account).deepCopy();
    changed.set("requiredActions", new JsonMapper().valueToTree(List.of(steps)));
    realm.admin().put(account, changed);
  }

  @Test
  void cannot_be_done_by_whoever_did_not_come_from_gov_br() {
    realm
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
    PlainLogin own = PlainLogin.into(SYSTEM, realm).withPassword("servidora", "senha-do-orgao");
    StepVisit visit = StepVisit.after(realm, own);
    assertThat(visit.start(STEP).refusal()).isEqualTo("GOVBR-611");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void cannot_be_done_without_a_credential_or_its_secret() {
    credential.loseSecret();
    StepVisit visit = visit().start(STEP).goOn().typePassword(password());
    assertThat(visit.refusal()).isEqualTo("GOVBR-615");
    credential.keepSecret();

    realm.set(Map.of("clienteRevalidacao", "", "segredoRevalidacao", ""));
    try {
      assertThat(visit().start(STEP).refusal()).isEqualTo("GOVBR-615");
    } finally {
      credential.close();
      credential = PasswordCredential.of(SYSTEM, realm, REALM);
    }
  }

  @Test
  void is_an_error_for_the_application_where_the_realm_does_not_have_it() {
    ObjectNode step = realm.admin().get("/authentication/required-actions/" + STEP).deepCopy();
    step.put("enabled", false);
    realm.admin().put("/authentication/required-actions/" + STEP, step);
    try {
      assertThat(visit().start(STEP).status()).isEqualTo("error");
    } finally {
      step.put("enabled", true);
      realm.admin().put("/authentication/required-actions/" + STEP, step);
    }
  }
}
