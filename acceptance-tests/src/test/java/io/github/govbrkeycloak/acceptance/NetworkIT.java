package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A citizen's visit is nobody else's business: no page asks another machine for anything. Every
 * other test checks it too, when its citizen leaves.
 */
@CompleteSystem
@DisplayName("On a computer without a network")
class NetworkIT {

  @Test
  void a_whole_visit_works_and_asks_no_other_machine_for_anything(
      Citizen citizen, GovBr govBr, RunningSystem system) {
    citizen.page().navigate(system.realmUrl() + "/account/");
    citizen.page().locator("#social-govbr").waitFor();
    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().cancel();
    citizen.page().locator("#govbr-recusa").waitFor();
    citizen.signInAs(govBr.persona("ouro-facial"));
    citizen.signOut();

    assertThat(citizen.window().outsideRequests()).isEmpty();
    assertThat(citizen.window().brokenPages()).isEmpty();
  }

  @Test
  void a_page_that_did_ask_would_be_noticed(RunningSystem system) {
    try (PrivateWindow window = PrivateWindow.open(system.chromium())) {
      window.page().setContent("<img src='http://pictures.example/pixel.gif'>");

      window.page().waitForCondition(() -> !window.outsideRequests().isEmpty());
      assertThat(window.outsideRequests()).contains("http://pictures.example/pixel.gif");
    }
  }
}
