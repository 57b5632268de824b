package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("Whoever is on the way to a higher level")
class LevelWaysOutIT {

  private static final Map<String, String> PRATA = Map.of("kc_action", "govbr-nivel:prata");
  private static final String BANK_SEAL = "604";
  private static final int A_MOMENT = 2;
  private static final Map<String, ?> USUAL_TIMES =
      Map.of("accessCodeLifespanLogin", 1800, "accessCodeLifespanUserAction", 300);

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;
  private PersonAtStep ana;

  @BeforeAll
  void createRealm() {
    realm = OwnRealm.create(system, "nivel-saidas", Map.of());
    realm.registerReturn("/nivel/volta");
  }

  @BeforeEach
  void sitDown() {
    govBr.undoChanges();
    govBr.forgetEverybody();
    ana = PersonAtStep.of(system, realm, "bronze-senha");
  }

  @AfterEach
  void putBack() {
    realm.setOfRealm(USUAL_TIMES);
    realm.set("voltaPropria", "false");
  }

  @AfterAll
  void deleteRealm() {
    realm.close();
    govBr.undoChanges();
  }

  private String plainEndpoint() {
    return realm.url() + "/broker/govbr/endpoint";
  }

  private String ownEndpoint() {
    return plainEndpoint() + "/nivel/volta";
  }

  private static void letPass(int seconds) {
    Instant then = Instant.now().plusSeconds(seconds);
    await().until(() -> Instant.now().isAfter(then));
  }

  @Test
  void comes_back_to_an_address_of_its_own_where_that_is_registered() {
    realm.set("voltaPropria", "true");

    ana.use(PRATA).goUp().obtain(BANK_SEAL);

    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @Test
  void comes_back_to_either_address_whatever_is_set() {
    ana.use(PRATA).goUp();
    ana.open(ownEndpoint());
    assertThat(ana.isToldThatNothingChanged()).isTrue();

    ana.goUp();
    ana.open(plainEndpoint());
    assertThat(ana.isToldThatNothingChanged()).isTrue();
  }

  @Test
  void may_take_longer_at_gov_br_than_a_step_of_keycloak_lasts() {
    realm.setOfRealm(Map.of("accessCodeLifespanUserAction", A_MOMENT));
    ana.use(PRATA).goUp();
    letPass(A_MOMENT + 1);

    ana.obtain(BANK_SEAL);

    assertThat(ana.told("kc_action_status")).contains("success");
    assertThat(ana.claims().path("acr").asText()).isEqualTo("prata");
  }

  @Test
  void sees_the_page_again_who_looked_at_it_for_too_long() {
    ana.use();
    realm.setOfRealm(Map.of("accessCodeLifespanUserAction", A_MOMENT));
    ana.use(PRATA);
    letPass(A_MOMENT + 1);

    ana.goUp();

    assertThat(ana.isAsked()).isTrue();
    assertThat(ana.isAtGovBr()).isFalse();
    ana.goUp().obtain(BANK_SEAL);
    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @Test
  void is_told_so_and_can_go_on_who_took_longer_than_a_login_lasts() {
    ana.use(PRATA).goUp();
    realm.setOfRealm(
        Map.of("accessCodeLifespanLogin", A_MOMENT, "accessCodeLifespanUserAction", A_MOMENT));
    letPass(A_MOMENT + 1);

    ana.obtain(BANK_SEAL);
    realm.setOfRealm(USUAL_TIMES);

    assertThat(ana.refusal()).contains("GOVBR-591");
    ana.follow("govbr-tentar-de-novo");
    assertThat(ana.told("kc_action_status")).contains("success");
    assertThat(ana.claims().path("acr").asText()).isEqualTo("prata");
  }

  @Test
  void can_go_on_even_when_keycloak_has_forgotten_the_login() {
    ana.use(PRATA).goUp().forgetLogin();

    ana.obtain(BANK_SEAL);

    assertThat(ana.refusal()).contains("GOVBR-591");
    ana.follow("govbr-tentar-de-novo");
    assertThat(ana.told("kc_action_status")).contains("success");
    assertThat(ana.told("state")).contains("da-aplicacao");
  }

  @Test
  void keeps_the_session_who_goes_on_after_keycloak_has_forgotten_the_login() {
    String session = ana.use().claims().path("sid").asText();
    ana.use(PRATA).goUp().forgetLogin();
    ana.obtain(BANK_SEAL);

    ana.follow("govbr-tentar-de-novo");

    assertThat(ana.claims().path("sid").asText()).isEqualTo(session);
  }

  @Test
  void may_go_back_in_the_browser_from_the_second_answer_and_try_another_way() {
    ana.use(PRATA).goUp();
    String catalogue = ana.page().url();
    ana.giveUpAtCatalogue();
    assertThat(ana.isToldThatNothingChanged()).isTrue();

    ana.look(catalogue).obtain(BANK_SEAL);

    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @Test
  void is_refused_when_somebody_else_has_signed_in_at_gov_br_meanwhile() {
    ana.use();
    ana.use(PRATA).goUp();
    govBr.forgetEverybody();

    PersonAtStep other = ana.asSomebodyElse("ouro-otp").open(plainEndpoint());

    assertThat(other.refusal()).contains("GOVBR-592");
    PersonAtStep again = other.asSomebodyElse("bronze-senha");
    again.use();
    assertThat(again.claims().path("acr").asText()).as("nothing has changed").isEqualTo("bronze");
  }

  @Test
  void goes_on_when_they_sign_in_themselves_after_somebody_else() {
    ana.use(PRATA).goUp();
    govBr.forgetEverybody();
    PersonAtStep other = ana.asSomebodyElse("ouro-otp").open(plainEndpoint());
    govBr.forgetEverybody();

    PersonAtStep again = other.asSomebodyElse("bronze-senha").follow("govbr-tentar-de-novo");

    assertThat(again.isToldThatNothingChanged()).isTrue();
    again.goUp().obtain(BANK_SEAL);
    assertThat(again.told("kc_action_status")).contains("success");
  }

  @Test
  void can_go_on_after_having_cancelled_the_login_at_gov_br_on_the_way_back() {
    ana.use(PRATA).goUp();
    govBr.forgetEverybody();
    ana.look(plainEndpoint());
    assertThat(ana.isAtGovBr()).isTrue();

    ana.cancelAtGovBr();
    assertThat(ana.refusal()).contains("GOVBR-201");
    ana.follow("govbr-tentar-de-novo");

    assertThat(ana.isToldThatNothingChanged()).isTrue();
    ana.goUp().obtain(BANK_SEAL);
    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @Test
  void is_told_so_when_gov_br_is_down_on_the_way_back_and_can_go_on_later() {
    ana.use(PRATA).goUp();
    govBr.behave("conexao-reiniciada", Map.of("endpoint", "token"));
    try {
      ana.obtain(BANK_SEAL);
      assertThat(ana.refusal()).contains("GOVBR-301");
    } finally {
      govBr.behaveNormally();
    }

    ana.follow("govbr-tentar-de-novo");

    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @Test
  void signs_in_first_and_is_asked_then_when_the_session_has_ended() {
    ana.use();
    realm.admin().post("/logout-all", Map.of());

    ana.use(PRATA);

    assertThat(ana.isAsked()).isTrue();
    ana.goUp().obtain(BANK_SEAL);
    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/nivel/volta",
        "/nivel/volta?redirect_uri=https://mal.example/",
        "/nivel?client_id=aplicacao&tab_id=abc",
        "/nivel"
      })
  void is_refused_a_return_when_no_step_is_under_way(String path) {
    ana.use();

    ana.look(plainEndpoint() + path);

    assertThat(ana.page().status()).isEqualTo(400);
    assertThat(ana.refusal()).contains("GOVBR-591");
    assertThat(ana.page().body()).doesNotContain("mal.example");
  }

  @Test
  void is_not_found_by_another_browser() {
    ana.use(PRATA).goUp();
    PersonAtStep stranger = PersonAtStep.of(system, realm, "ouro-otp");

    stranger.look(plainEndpoint());

    assertThat(stranger.refusal()).contains("GOVBR-591");
  }

  @Test
  void is_sent_nowhere_but_to_gov_br_and_the_application_whatever_the_return_says() {
    ana.use(PRATA).goUp();

    ana.open(ownEndpoint() + "?redirect_uri=https://mal.example/&client_id=outra&state=forjado");

    assertThat(ana.isToldThatNothingChanged()).isTrue();
    assertThat(ana.page().body()).doesNotContain("mal.example");
  }

  @Test
  void is_not_found_by_a_return_after_they_gave_up() {
    ana.use(PRATA);
    String question = ana.page().url();
    ana.goUp();
    String catalogue = ana.page().url();
    ana.look(question).press("cancel-aia", "true");
    assertThat(ana.told("kc_action_status")).contains("cancelled");

    ana.look(catalogue).giveUpAtCatalogue();

    assertThat(ana.refusal()).contains("GOVBR-591");
  }
}
