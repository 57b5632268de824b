package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page of who lacks what an application demands")
class LackPageIT {

  private static final int WIDE = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static DemandingRealm realm;

  private BrowserContext browser;
  private Page page;

  @BeforeAll
  static void createRealm() {
    realm = DemandingRealm.create(SYSTEM, "falta-pagina");
    realm.profile("selo", Map.of("selos", List.of("601", "701", "801")));
    realm.profile("fator", Map.of("fatores", List.of("mfa", "x509")));
    realm.application("selo", "selo");
    realm.application("fator", "fator");
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @BeforeEach
  void openBrowser() {
    GOV_BR.forgetEverybody();
    browser = SYSTEM.chromium().newContext();
    page = browser.newPage();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  private void signIn(String application) {
    page.navigate(
        realm.realm().url()
            + "/protocol/openid-connect/auth?"
            + HttpBrowser.encoded(
                Map.of(
                    "client_id", application,
                    "response_type", "code",
                    "scope", "openid",
                    "redirect_uri", OwnRealm.CALLBACK,
                    "kc_idp_hint", "govbr")));
    page.click("[data-persona=bronze-senha]");
    page.click("#authorize");
    page.waitForSelector("#govbr-exigencia");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "selo,  GOVBR-582, Basta um destes selos:, govbr-tentar-de-novo",
    "fator, GOVBR-583, Basta uma destas formas de entrada:, govbr-nova-entrada"
  })
  void says_each_thing_that_would_do_and_how_one_comes_by_it(
      String application, String code, String sentence, String wayOn) {
    signIn(application);

    assertThat(page.content()).contains(code, sentence);
    assertThat(page.locator("#govbr-exigencia li").count()).isGreaterThanOrEqualTo(2);
    assertThat(page.locator("#" + wayOn).isVisible()).isTrue();
    for (int width : List.of(WIDE, PHONE)) {
      page.setViewportSize(width, HEIGHT);
      picture(application + "-" + width);
      assertThat(Barriers.in(page)).isEmpty();
      assertThat(Barriers.fits(page)).isTrue();
    }
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/falta-" + name + ".png")));
  }
}
