package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.citizen.LevelPages;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("A citizen whom the portal leads to a higher level")
class LevelStepIT {

  private static final String TO_OURO = "entrar?destino=/conta&acao=govbr-nivel:ouro";
  private static final String FACE_SEAL = "701";
  private static final String LICENCE_SEAL = "401";

  @BeforeEach
  @AfterEach
  void giveEverybodyTheirLevelsBack() {
    RunningSystem.get().govBr().undoChanges();
  }

  @Test
  void comes_back_to_the_page_they_wanted_with_the_new_level(
      Citizen ana, GovBr govBr, RunningSystem system) {
    LevelPages level = new LevelPages(ana.page(), system);
    assertThat(ana.signInAs(govBr.persona("bronze-senha")).fact("nivel")).contains("Bronze");

    ana.portal().open(TO_OURO);
    assertThat(level.awaitQuestion())
        .contains("\"Portal do órgão\" pede uma conta gov.br de nível Ouro")
        .contains("A sua conta é de nível Bronze")
        .contains("certificado digital");
    level.goUp().obtain(FACE_SEAL);
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
    assertThat(ana.portal().openAccount().fact("nivel")).contains("Ouro");
  }

  @Test
  void comes_back_with_the_old_level_who_changes_their_mind(
      Citizen ana, GovBr govBr, RunningSystem system) {
    LevelPages level = new LevelPages(ana.page(), system);
    ana.signInAs(govBr.persona("bronze-senha"));

    ana.portal().open(TO_OURO);
    level.awaitQuestion();
    level.goBack();
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
    assertThat(ana.portal().openAccount().fact("nivel")).contains("Bronze");
  }

  @Test
  void may_begin_it_before_signing_in(Citizen ana, GovBr govBr, RunningSystem system) {
    LevelPages level = new LevelPages(ana.page(), system);

    ana.portal().open("entrar?destino=/conta&acao=govbr-nivel:prata");
    ana.govBr().chooseAndAuthorise(govBr.persona("bronze-senha"));
    assertThat(level.awaitQuestion()).contains("de nível Prata").contains("Com o seu banco");
    level.goUp().obtain(LICENCE_SEAL);
    ana.portal().awaitArrival();

    assertThat(ana.portal().openAccount().fact("nivel")).contains("Prata");
  }

  @Test
  void finds_no_barrier_on_a_wide_screen_nor_on_a_telephone(
      Citizen ana, GovBr govBr, RunningSystem system) {
    LevelPages level = new LevelPages(ana.page(), system);
    ana.signInAs(govBr.persona("bronze-senha"));
    ana.portal().open("entrar?acao=govbr-nivel:prata");
    level.awaitQuestion();
    assertGood(ana, "pergunta");

    level.goUp().failAndReturn(LICENCE_SEAL);
    assertThat(level.awaitQuestion()).contains("O nível da sua conta continua Bronze");
    assertGood(ana, "igual");

    ana.page().setViewportSize(390, 844);
    assertGood(ana, "igual-celular");
  }

  @Test
  void may_go_back_in_the_browser_and_choose_again(Citizen ana, GovBr govBr, RunningSystem system) {
    LevelPages level = new LevelPages(ana.page(), system);
    ana.signInAs(govBr.persona("bronze-senha"));
    ana.portal().open(TO_OURO);
    level.awaitQuestion();

    level.goUp();
    ana.page().goBack();
    level.awaitQuestion();
    ana.page().reload();
    level.awaitQuestion();
    level.goUp().obtain(FACE_SEAL);
    ana.portal().awaitArrival();

    assertThat(ana.portal().openAccount().fact("nivel")).contains("Ouro");
  }

  @Test
  void may_do_it_in_two_tabs_and_end_well_in_both(Citizen ana, GovBr govBr, RunningSystem system) {
    LevelPages level = new LevelPages(ana.page(), system);
    ana.signInAs(govBr.persona("bronze-senha"));
    ana.portal().open(TO_OURO);
    level.awaitQuestion();
    Page second = ana.page().context().newPage();
    second.navigate(system.portalUrl() + TO_OURO);
    LevelPages secondLevel = new LevelPages(second, system);
    secondLevel.awaitQuestion();
    level.goUp();
    secondLevel.goUp().obtain(FACE_SEAL);
    second.waitForURL(url -> url.startsWith(system.portalUrl()));

    // In the first tab gov.br's page is old by now: it sends the person on at once.
    ana.page().reload();
    ana.portal().awaitArrival();

    assertThat(ana.portal().openAccount().fact("nivel")).contains("Ouro");
  }

  private static void assertGood(Citizen citizen, String picture) {
    citizen.photograph(Path.of("target", "nivel-" + picture + ".png"));
    assertThat(Barriers.in(citizen.page())).as("barriers in %s", picture).isEmpty();
    assertThat(Barriers.fits(citizen.page())).as("%s fits the screen", picture).isTrue();
  }
}
