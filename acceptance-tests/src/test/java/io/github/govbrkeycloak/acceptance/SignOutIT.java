package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.Tokens;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("A citizen who signs out of the portal")
class SignOutIT {

  /** On the button of Keycloak's account pages, in the language of the browser. */
  private static final Pattern SIGN_OUT = Pattern.compile("^(Sair|Sign out)$");

  @Test
  void is_back_at_the_portal_and_unknown_to_it(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("prata-banco"));

    citizen.signOut();

    assertThat(citizen.portal().isSignedIn()).isFalse();
  }

  @Test
  void is_asked_who_they_are_again_by_gov_br_itself(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("prata-banco"));
    citizen.signOut();

    citizen.portal().openHome();
    citizen.portal().clickSignIn();

    citizen.govBr().awaitLogin();
    assertThat(citizen.page().locator("#accountId").isVisible()).isTrue();
  }

  @Test
  void by_keycloak_s_own_account_pages_is_asked_by_gov_br_too(
      Citizen citizen, GovBr govBr, RunningSystem system) {
    citizen.signInAs(govBr.persona("prata-banco"));
    citizen.page().navigate(system.realmUrl() + "/account/");

    citizen.page().getByTestId("options-toggle").click();
    citizen.page().getByText(SIGN_OUT).click();

    citizen.page().locator("#social-govbr").click();
    citizen.govBr().awaitLogin();
    assertThat(citizen.page().locator("#accountId").isVisible()).isTrue();
  }

  @Test
  void cannot_go_on_in_another_application_of_the_same_keycloak(
      Citizen citizen, GovBr govBr, SecondApplication application) {
    citizen.signInAs(govBr.persona("prata-banco"));
    Tokens tokens = application.signInAgain(citizen.page());
    assertThat(application.isSessionAlive(tokens)).isTrue();

    citizen.signOut();

    assertThat(application.isSessionAlive(tokens)).as("Keycloak's session").isFalse();
    citizen.page().navigate(application.beginLogin(Map.of()).address().toString());
    citizen.govBr().awaitLogin();
  }

  @Test
  void leaves_nothing_behind_that_the_back_button_could_show(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("prata-banco"));
    citizen.signOut();

    citizen.portal().open("conta");

    citizen.govBr().awaitLogin();
  }

  @Test
  void may_change_their_mind_and_stay(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("prata-banco"));

    citizen.portal().open("sair");

    assertThat(citizen.portal().isSignedIn())
        .as("looking at the question signs nobody out")
        .isTrue();
  }
}
