package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.provider.LogSince;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("Who has not the level that an application asks for")
class LevelDemandIT {

  private static final String DEMANDING = "exige-prata";
  private static final String BANK_SEAL = "604";
  private static final Map<String, String> WISH = Map.of("acr_values", "prata");

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;
  private PersonAtStep ana;

  @BeforeAll
  void createRealm() {
    realm = OwnRealm.create(system, "nivel-exigido", Map.of());
    realm
        .admin()
        .post(
            "/clients",
            Map.of(
                "clientId",
                DEMANDING,
                "name",
                "Sistema exigente",
                "publicClient",
                true,
                "redirectUris",
                List.of(OwnRealm.CALLBACK),
                "defaultClientScopes",
                List.of("basic", "acr", "govbr"),
                "attributes",
                Map.of("minimum.acr.value", "prata")));
  }

  @BeforeEach
  void sitDown() {
    govBr.undoChanges();
    govBr.forgetEverybody();
    realm
        .admin()
        .get("/users")
        .forEach(user -> realm.admin().delete("/users/" + user.path("id").asText()));
    ana = PersonAtStep.of(system, realm, "bronze-senha");
  }

  @AfterAll
  void deleteRealm() {
    realm.close();
    govBr.undoChanges();
  }

  private int accounts() {
    return realm.admin().get("/users/count").asInt();
  }

  private PersonAtStep useDemanding() {
    return ana.useAnother(DEMANDING, Map.of());
  }

  @Test
  void is_asked_before_there_is_an_account_and_gets_in_with_the_new_level() {
    useDemanding();
    assertThat(ana.isAsked()).isTrue();
    assertThat(ana.page().body()).contains("Sistema exigente");
    assertThat(accounts()).isZero();

    ana.goUp().obtain(BANK_SEAL);

    assertThat(ana.told("state")).contains("da-aplicacao");
    assertThat(ana.claims().path("acr").asText()).isEqualTo("prata");
    assertThat(accounts()).isOne();
  }

  @Test
  void is_told_that_nothing_changed_and_asked_again() {
    useDemanding().goUp().failAndReturn(BANK_SEAL);
    assertThat(ana.isToldThatNothingChanged()).isTrue();
    assertThat(accounts()).isZero();

    ana.goUp().obtain(BANK_SEAL);

    assertThat(ana.claims().path("acr").asText()).isEqualTo("prata");
  }

  @Test
  void goes_back_to_the_application_which_is_told_so() {
    useDemanding().press("acao", "voltar");

    assertThat(ana.told("error")).contains("access_denied");
    assertThat(ana.told("state")).contains("da-aplicacao");
    assertThat(accounts()).isZero();
  }

  @Test
  void goes_back_to_an_application_that_has_begun_a_step_of_its_own() {
    useDemanding().goUp().obtain(BANK_SEAL);
    ana.use(Map.of("kc_action", "govbr-nivel:ouro")).goUp();
    demand("ouro");
    try {
      ana.giveUpAtCatalogue();
      assertThat(ana.page().body()).contains("Sistema exigente", "nível Ouro");

      ana.pressButton("govbr-nivel-voltar");
    } finally {
      demand("prata");
    }

    assertThat(ana.told("error")).contains("access_denied");
  }

  private void demand(String level) {
    ObjectNode client = realm.admin().get("/clients?clientId=" + DEMANDING).path(0).deepCopy();
    ((ObjectNode) client.path("attributes")).put("minimum.acr.value", level);
    realm.admin().put("/clients/" + client.path("id").asText(), client);
  }

  @Test
  void is_asked_for_what_an_application_demands_whatever_they_answer() {
    useDemanding().press("acao", "continuar");

    assertThat(ana.told("error")).contains("access_denied");
  }

  @Test
  void may_reload_the_page_and_is_not_led_away_by_another_site() {
    useDemanding();
    String page = ana.page().url();
    assertThat(ana.look(page).isAsked()).isTrue();

    ana.post(page, Map.of("acao", "subir"));

    assertThat(ana.isAtGovBr()).isFalse();
    assertThat(ana.isAsked()).isTrue();
    ana.goUp();
    assertThat(ana.isAtCatalogue()).isTrue();
  }

  @Test
  void is_led_up_from_a_session_of_another_application_and_keeps_it() {
    String session = ana.use().claims().path("sid").asText();

    useDemanding();
    assertThat(ana.isAsked()).isTrue();
    ana.goUp().obtain(BANK_SEAL);

    assertThat(ana.claims().path("sid").asText()).isEqualTo(session);
  }

  @Test
  void is_refused_when_somebody_else_comes_back_to_a_session_that_is_there() {
    ana.use();
    useDemanding().goUp();
    govBr.forgetEverybody();

    PersonAtStep other =
        ana.asSomebodyElse("ouro-otp").open(realm.url() + "/broker/govbr/endpoint");

    assertThat(other.refusal()).contains("GOVBR-592");
  }

  @Test
  void leaves_the_place_to_somebody_else_who_signs_in_where_nobody_is_signed_in_yet() {
    useDemanding().goUp();
    govBr.forgetEverybody();

    PersonAtStep maria =
        ana.asSomebodyElse("ouro-otp").open(realm.url() + "/broker/govbr/endpoint");

    assertThat(maria.claims().path("acr").asText()).isEqualTo("ouro");
    assertThat(accounts()).isOne();
  }

  @Test
  void may_go_on_without_what_is_only_wished_for() {
    ana.use(WISH);
    assertThat(ana.isAsked()).isTrue();
    assertThat(ana.page().body()).contains("govbr-nivel-continuar");

    ana.press("acao", "continuar");

    assertThat(ana.claims().path("acr").asText()).isEqualTo("bronze");
  }

  @Test
  void may_rise_to_what_is_only_wished_for() {
    ana.use(WISH).goUp().obtain(BANK_SEAL);

    assertThat(ana.claims().path("acr").asText()).isEqualTo("prata");
  }

  @Test
  void may_go_on_without_a_wish_after_having_tried_in_vain() {
    ana.use(WISH).goUp().giveUpAtCatalogue();
    assertThat(ana.isToldThatNothingChanged()).isTrue();

    ana.press("acao", "continuar");

    assertThat(ana.claims().path("acr").asText()).isEqualTo("bronze");
  }

  @Test
  void is_offered_no_wish_where_sessions_keep_no_level() {
    LogSince log = LogSince.now(system);
    realm.set("fatosGuardados", "selos##cpf");
    try {
      PersonAtStep maria = PersonAtStep.of(system, realm, "ouro-otp").use(WISH);

      assertThat(maria.isAsked()).as("asked for less than they have").isFalse();
      assertThat(maria.told("code")).isPresent();
      log.awaitText("GOVBR-589");
    } finally {
      realm.set("fatosGuardados", "");
    }
  }

  @Test
  void is_shown_no_page_of_a_tab_that_is_none_of_theirs() {
    useDemanding();
    String forged = ana.page().url().replaceAll("tab_id=[^&]*", "tab_id=outra");

    ana.look(forged);

    assertThat(ana.refusal()).contains("GOVBR-591");
  }
}
