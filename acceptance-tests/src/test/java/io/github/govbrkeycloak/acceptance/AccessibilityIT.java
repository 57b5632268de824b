package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, levels A and AA, as far as a program can tell. */
@CompleteSystem
@DisplayName("No barrier is found")
class AccessibilityIT {

  @ParameterizedTest(name = "/portal/{0}")
  @ValueSource(strings = {"", "saiu", "nao-existe", "entrar?destino=//outro.example"})
  void in_the_public_pages_of_the_portal(String path, Citizen citizen) {
    citizen.portal().open(path);

    assertNoBarrier(citizen.page());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ouro-otp", "empresa-certificado", "sem-email", "futuro", "nome-social"})
  void in_minha_conta(String id, Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona(id));

    assertNoBarrier(citizen.page());
  }

  @Test
  void in_the_portal_s_pages_of_somebody_signed_in(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("cin"));

    citizen.portal().openHome();
    assertNoBarrier(citizen.page());
    citizen.portal().open("sair");
    assertNoBarrier(citizen.page());
  }

  @Test
  void in_the_page_after_the_session_has_ended(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("cin"));
    citizen.portal().open("sair");
    citizen.window().forgetEverything();
    citizen.page().locator("[data-acao=confirmar-saida]").click();
    citizen.page().locator("[data-pagina=erro-sessao]").waitFor();

    assertNoBarrier(citizen.page());
  }

  @Test
  void on_a_telephone(Citizen citizen, GovBr govBr) {
    citizen.page().setViewportSize(390, 844);
    citizen.portal().openHome();
    assertNoBarrier(citizen.page());

    citizen.signInAs(govBr.persona("futuro"));

    assertNoBarrier(citizen.page());
    assertThat(Barriers.fits(citizen.page()))
        .as("the page fits into the width of the screen")
        .isTrue();
  }

  @Test
  void in_keycloak_s_login_page(Citizen citizen, RunningSystem system) {
    citizen.page().navigate(system.realmUrl() + "/account/");
    citizen.page().locator("#social-govbr").waitFor();

    assertNoBarrier(citizen.page());
  }

  @Test
  void in_the_page_after_a_cancelled_login(Citizen citizen) {
    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().cancel();
    citizen.page().locator("#govbr-recusa").waitFor();

    assertNoBarrier(citizen.page());
  }

  @Test
  void in_the_page_after_a_logout_that_gov_br_does_not_answer(Citizen citizen, GovBr govBr) {
    citizen.signInAs(govBr.persona("cin"));
    govBr.behave("fora-do-ar", Map.of("endpoint", "logout"));
    citizen.page().setViewportSize(390, 844);
    citizen.portal().open("sair");
    citizen.page().locator("[data-acao=confirmar-saida]").click();
    citizen.page().locator("#govbr-saida").waitFor();

    assertNoBarrier(citizen.page());
    assertThat(Barriers.fits(citizen.page())).isTrue();
    govBr.behaveNormally();
    citizen.page().locator("#govbr-voltar").click();
    citizen.page().waitForURL("**/portal/saiu");
  }

  @Test
  void in_the_pages_of_the_simulated_gov_br(Citizen citizen, GovBr govBr, RunningSystem system) {
    Persona persona = govBr.persona("sem-email");
    citizen.page().navigate(system.simulatorUrl() + "/");
    assertNoBarrier(citizen.page());

    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().awaitLogin();
    assertNoBarrier(citizen.page());

    citizen.page().locator("#accountId").fill(persona.cpf());
    citizen.page().locator("#enter-account-id").click();
    citizen.page().locator("#password").waitFor();
    assertNoBarrier(citizen.page());

    citizen.page().locator("#password").fill("senha errada");
    citizen.page().locator("#submit-button").click();
    citizen.page().locator("#error-message-id").waitFor();
    assertNoBarrier(citizen.page());

    citizen.page().locator("#password").fill(persona.senha());
    citizen.page().locator("#submit-button").click();
    citizen.govBr().awaitAuthorisation();
    assertNoBarrier(citizen.page());
  }

  private static void assertNoBarrier(Page page) {
    assertThat(Barriers.in(page)).as("barriers in %s", page.title()).isEmpty();
  }
}
