package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("An application that begins the step govbr-nivel")
class LevelActionIT {

  private static final Map<String, String> PRATA = Map.of("kc_action", "govbr-nivel:prata");
  private static final Map<String, String> OURO = Map.of("kc_action", "govbr-nivel:ouro");
  private static final String BANK_SEAL = "604";
  private static final String FACE_SEAL = "701";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;

  @BeforeAll
  void createRealm() {
    realm = OwnRealm.create(system, "nivel-acao", Map.of());
  }

  @BeforeEach
  void giveEverybodyTheirLevelsBack() {
    govBr.undoChanges();
    govBr.forgetEverybody();
  }

  @AfterAll
  void deleteRealm() {
    realm.close();
    govBr.undoChanges();
  }

  private PersonAtStep person(String persona) {
    return PersonAtStep.of(system, realm, persona);
  }

  @Test
  void hears_of_success_and_gets_the_new_level_at_once() {
    PersonAtStep ana = person("bronze-senha");
    String before = ana.use().claims().path("acr").asText();

    ana.use(PRATA);
    assertThat(ana.isAsked()).isTrue();
    ana.goUp().obtain(BANK_SEAL);

    assertThat(before).isEqualTo("bronze");
    assertThat(ana.told("kc_action_status")).contains("success");
    assertThat(ana.told("state")).contains("da-aplicacao");
    JsonNode claims = ana.claims();
    assertThat(claims.path("acr").asText()).isEqualTo("prata");
    assertThat(claims.path("govbr").path("selos").findValuesAsText("id")).contains(BANK_SEAL);
  }

  @Test
  void updates_the_session_that_is_there_for_every_application() {
    realm.addApplication("outra-aplicacao");
    PersonAtStep ana = person("bronze-senha");
    String session = ana.use().claims().path("sid").asText();

    ana.use(OURO).goUp().obtain(FACE_SEAL);
    assertThat(ana.claims().path("sid").asText()).isEqualTo(session);

    JsonNode elsewhere = ana.useAnother("outra-aplicacao", Map.of()).claims();
    assertThat(elsewhere.path("sid").asText()).isEqualTo(session);
    assertThat(elsewhere.path("acr").asText()).isEqualTo("ouro");
  }

  @Test
  void may_begin_it_together_with_the_login() {
    PersonAtStep ana = person("bronze-senha").use(PRATA);

    assertThat(ana.isAsked()).isTrue();
    ana.goUp().obtain(BANK_SEAL);

    assertThat(ana.told("kc_action_status")).contains("success");
    assertThat(ana.claims().path("acr").asText()).isEqualTo("prata");
  }

  @Test
  void hears_of_success_without_a_page_when_the_level_is_there() {
    PersonAtStep maria = person("ouro-otp").use(PRATA);

    assertThat(maria.told("kc_action_status")).contains("success");
  }

  @Test
  void hears_when_the_person_goes_back_and_the_session_is_as_before() {
    PersonAtStep ana = person("bronze-senha");
    ana.use();

    ana.use(PRATA).press("cancel-aia", "true");

    assertThat(ana.told("kc_action_status")).contains("cancelled");
    assertThat(ana.claims().path("acr").asText()).isEqualTo("bronze");
  }

  @Test
  void has_the_person_told_that_nothing_changed_and_asked_again_but_never_sent_by_itself() {
    PersonAtStep ana = person("bronze-senha");
    ana.use(PRATA);
    assertThat(ana.isToldThatNothingChanged()).isFalse();

    ana.goUp().failAndReturn(BANK_SEAL);
    assertThat(ana.isAsked()).isTrue();
    assertThat(ana.isToldThatNothingChanged()).isTrue();

    ana.goUp().giveUpAtCatalogue();
    assertThat(ana.isToldThatNothingChanged()).isTrue();

    ana.goUp().obtain(BANK_SEAL);
    assertThat(ana.told("kc_action_status")).contains("success");
  }

  @Test
  void hears_of_an_error_for_a_level_that_does_not_exist() {
    PersonAtStep ana = person("bronze-senha").use(Map.of("kc_action", "govbr-nivel:platina"));

    assertThat(ana.told("kc_action_status")).contains("error");
    assertThat(ana.claims().path("acr").asText()).isEqualTo("bronze");
  }

  @Test
  void hears_of_an_error_when_it_names_no_level() {
    PersonAtStep ana = person("bronze-senha").use(Map.of("kc_action", "govbr-nivel"));

    assertThat(ana.told("kc_action_status")).contains("error");
  }

  @Test
  void has_the_person_told_that_it_cannot_be_done_where_sessions_keep_no_level() {
    realm.set("fatosGuardados", "selos##cpf");
    try {
      PersonAtStep ana = person("bronze-senha").use(PRATA);
      assertThat(ana.refusal()).contains("GOVBR-615");
      assertThat(ana.page().body()).doesNotContain("value=\"subir\"");

      ana.press("acao", "subir");
      assertThat(ana.isAtGovBr()).as("nobody is sent in vain, whatever the form says").isFalse();
      assertThat(ana.refusal()).contains("GOVBR-615");

      ana.press("cancel-aia", "true");
      assertThat(ana.told("kc_action_status")).contains("cancelled");
      assertThat(ana.told("code")).isPresent();
    } finally {
      realm.set("fatosGuardados", "");
    }
  }

  @Test
  void hears_of_an_error_and_gets_no_level_where_the_realm_has_not_the_step() {
    String action = "/authentication/required-actions/govbr-nivel";
    ObjectNode settings = realm.admin().get(action).deepCopy();
    try {
      realm.admin().put(action, settings.put("enabled", false));
      PersonAtStep ana = person("bronze-senha").use(PRATA);
      assertThat(ana.told("kc_action_status")).contains("error");
      assertThat(ana.claims().path("acr").asText()).isEqualTo("bronze");
      realm.admin().delete(action);
      ana.use(PRATA);
      assertThat(ana.told("kc_action_status")).contains("error");
      assertThat(ana.claims().path("acr").asText()).isEqualTo("bronze");
    } finally {
      realm
          .admin()
          .post(
              "/authentication/register-required-action",
              Map.of("providerId", "govbr-nivel", "name", "gov.br"));
    }
  }
}
