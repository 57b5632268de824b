package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.Persona;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("A citizen who changes their mind at gov.br")
class CancelIT {

  @Test
  void is_told_so_and_may_try_again(Citizen citizen, GovBr govBr, KeycloakAdmin admin) {
    int accounts = admin.get("/users/count").asInt();
    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().cancel();

    assertIsToldWhatHappened(citizen.page());
    assertThat(admin.get("/users/count").asInt()).as("accounts").isEqualTo(accounts);

    citizen.page().locator("#govbr-tentar-de-novo").click();
    citizen.govBr().chooseAndAuthorise(govBr.persona("ouro-facial"));
    citizen.portal().awaitArrival();
    assertThat(citizen.portal().isSignedIn()).isTrue();
  }

  @Test
  void may_go_back_to_the_portal_where_nobody_is_signed_in(Citizen citizen) {
    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().cancel();

    citizen.page().locator("#govbr-voltar").click();
    citizen.portal().awaitArrival();

    assertThat(citizen.portal().isSignedIn()).isFalse();
  }

  @Test
  void and_refuses_the_use_of_the_data_is_told_the_same(Citizen citizen, GovBr govBr) {
    Persona persona = govBr.persona("ouro-facial");
    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().choose(persona);
    citizen.govBr().awaitAuthorisation();
    citizen.govBr().deny();

    assertIsToldWhatHappened(citizen.page());
    assertThat(citizen.portal().isSignedIn()).isFalse();
  }

  private static void assertIsToldWhatHappened(Page page) {
    page.locator("#govbr-recusa").waitFor();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("pt-BR");
    assertThat(page.locator("#govbr-recusa").innerText()).contains("Você cancelou");
    assertThat(page.locator("#govbr-tentar-de-novo").isVisible()).isTrue();
    assertThat(page.locator("#govbr-voltar").isVisible()).isTrue();
  }
}
