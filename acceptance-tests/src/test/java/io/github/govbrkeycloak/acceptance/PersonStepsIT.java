package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.citizen.StepPages;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("A citizen whom the portal asks to confirm who they are, or for whom they act,")
class PersonStepsIT {

  private static final String PASSWORD = "entrar?destino=/conta&acao=govbr-senha";
  private static final String AGENT = "entrar?destino=/conta&acao=govbr-procuracao";

  @Test
  void types_the_password_again_at_gov_br_and_comes_back(
      Citizen ana, GovBr govBr, RunningSystem system) {
    Persona persona = govBr.persona("ouro-otp");
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(persona);

    ana.portal().open(PASSWORD);
    assertThat(step.await())
        .contains("Portal do órgão precisa ter certeza de que é você")
        .contains("este sistema não a vê");
    step.goOn().typePassword("errada");
    step.typePassword(persona.senha());
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
    assertThat(ana.portal().isSignedIn()).isTrue();
  }

  @Test
  void is_not_asked_again_at_once_when_the_portal_says_how_old_it_may_be(
      Citizen ana, GovBr govBr, RunningSystem system) {
    Persona persona = govBr.persona("ouro-otp");
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(persona);
    ana.portal().open(PASSWORD);
    step.goOn().typePassword(persona.senha());
    ana.portal().awaitArrival();

    ana.portal().open(PASSWORD + ":300");

    assertThat(ana.page().url()).endsWith("/portal/conta");
  }

  @Test
  void acts_for_whoever_gave_them_a_power_and_stops_again(
      Citizen ana, GovBr govBr, RunningSystem system) {
    StepPages step = new StepPages(ana.page(), system);
    Optional<String> name = ana.signInAs(govBr.persona("procurador")).fact("nome");

    ana.portal().open(AGENT);
    assertThat(step.await()).contains("com a sua própria conta");
    step.goOn().actFor(govBr.persona("representado"));
    ana.govBr().authoriseIfAsked();
    ana.portal().awaitArrival();

    assertThat(ana.portal().openAccount().fact("nome")).as("still themselves").isEqualTo(name);
    ana.portal().open(AGENT + ":sair");
    assertThat(ana.page().url()).endsWith("/portal/conta");
  }

  @Test
  void is_told_what_went_wrong_and_goes_back_or_on(Citizen ana, GovBr govBr, RunningSystem system) {
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(govBr.persona("procurador"));

    ana.portal().open(AGENT);
    step.goOn().actForNobody();
    ana.govBr().authoriseIfAsked();
    assertThat(step.awaitFault()).contains("procuração em vigor");
    step.goBack();
    ana.portal().awaitArrival();

    ana.portal().open(PASSWORD);
    step.goOn().cancelAtGovBr();
    assertThat(step.awaitFault()).contains("A sua senha não foi confirmada");
    step.goOn().typePassword(govBr.persona("procurador").senha());
    ana.portal().awaitArrival();
  }

  @Test
  void may_go_back_in_the_browser_and_reload(Citizen ana, GovBr govBr, RunningSystem system) {
    Persona persona = govBr.persona("ouro-otp");
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(persona);
    ana.portal().open(PASSWORD);
    step.goOn();

    ana.page().goBack();
    step.await();
    ana.page().reload();
    step.await();
    step.goOn().typePassword(persona.senha());
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
  }

  @Test
  void may_go_back_from_the_choice_of_whom_to_act_for_and_choose_again(
      Citizen ana, GovBr govBr, RunningSystem system) {
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(govBr.persona("procurador"));
    ana.portal().open(AGENT);
    step.goOn();

    ana.page().goBack();
    step.await();
    ana.page().reload();
    step.await();
    step.goOn().actFor(govBr.persona("representado"));
    ana.govBr().authoriseIfAsked();
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
  }

  @Test
  void may_do_it_in_two_tabs_and_end_well_in_both(Citizen ana, GovBr govBr, RunningSystem system) {
    Persona persona = govBr.persona("ouro-otp");
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(persona);
    ana.portal().open(PASSWORD);
    step.goOn();
    Page second = ana.page().context().newPage();
    second.navigate(system.portalUrl() + PASSWORD);
    StepPages secondStep = new StepPages(second, system);
    secondStep.goOn().typePassword(persona.senha());
    second.waitForURL(url -> url.startsWith(system.portalUrl()));

    step.typePassword(persona.senha());
    ana.portal().awaitArrival();

    assertThat(ana.portal().isSignedIn()).isTrue();
  }

  @Test
  void finds_no_barrier_on_a_wide_screen_nor_on_a_telephone(
      Citizen ana, GovBr govBr, RunningSystem system) {
    StepPages step = new StepPages(ana.page(), system);
    ana.signInAs(govBr.persona("procurador"));
    for (String action : new String[] {PASSWORD, AGENT}) {
      String name = action.substring(action.indexOf("govbr-"));
      ana.page().setViewportSize(1280, 900);
      ana.portal().open(action);
      step.await();
      assertGood(ana, name);
      ana.page().setViewportSize(390, 844);
      assertGood(ana, name + "-celular");
    }
    step.goOn().actForNobody();
    ana.govBr().authoriseIfAsked();
    step.awaitFault();
    assertGood(ana, "govbr-procuracao-falha-celular");
    ana.page().setViewportSize(1280, 900);
    assertGood(ana, "govbr-procuracao-falha");
    ana.page().navigate(system.realmUrl() + "/broker/govbr/endpoint/revalidacao?state=x");
    ana.page().locator("#govbr-recusa").waitFor();
    assertThat(ana.page().locator("h1").innerText()).isEqualTo("Não foi possível continuar");
    assertGood(ana, "govbr-senha-sem-pedido");
  }

  private static void assertGood(Citizen citizen, String picture) {
    citizen.photograph(Path.of("target", picture + ".png"));
    assertThat(Barriers.in(citizen.page())).as("barriers in %s", picture).isEmpty();
    assertThat(Barriers.fits(citizen.page())).as("%s fits the screen", picture).isTrue();
  }
}
