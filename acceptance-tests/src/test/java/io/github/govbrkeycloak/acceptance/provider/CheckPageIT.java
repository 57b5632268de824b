package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page that checks an identity provider's configuration")
class CheckPageIT {

  private static final String REALM = "pagina-de-conferencia";

  private static RunningSystem system;
  private static GovBr govBr;
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    govBr = system.govBr();
    govBr.behaveNormally();
    realm = OwnRealm.create(system, REALM, Map.of());
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @AfterEach
  void behaveNormally() {
    govBr.behaveNormally();
  }

  private static String page() {
    return system.keycloakUrl() + "/realms/master/govbr-conferir";
  }

  private static void signInToTheConsole(Page browser) {
    browser.navigate(system.keycloakUrl() + "/admin/master/console/");
    browser.fill("#username", "admin");
    browser.fill("#password", "admin");
    browser.click("#kc-login");
    browser.waitForURL("**/admin/master/console/**");
  }

  @Test
  @DisplayName("tells administrators who have signed in to the console, without script too")
  void tellsAdministrators() {
    govBr.behave("lista-vazia", Map.of("endpoint", "jwk"));
    try (PrivateWindow window = PrivateWindow.open(system.chromium())) {
      Page browser = window.page();
      signInToTheConsole(browser);

      browser.navigate(page() + "?realm=" + REALM);
      browser.click("#govbr-conferir-agora");

      Locator lines = browser.locator("#govbr-itens li");
      PlaywrightAssertions.assertThat(browser.locator("#govbr-situacao"))
          .hasAttribute("data-situacao", "vermelho");
      PlaywrightAssertions.assertThat(browser.locator("#govbr-itens li[data-situacao=vermelho]"))
          .containsText("GOVBR-308");
      assertThat(lines.count()).isGreaterThan(10);
      assertThat(browser.locator("#govbr-enderecos").textContent())
          .contains(realm.url() + "/broker/govbr/endpoint/logout_response");
      assertThat(browser.content()).doesNotContain("segredo-de-teste");
      assertThat(Barriers.in(browser)).isEmpty();
      browser.setViewportSize(390, 844);
      assertThat(Barriers.in(browser)).isEmpty();
      assertThat(Barriers.fits(browser)).isTrue();
    }
  }

  @Test
  @DisplayName("shows others where to sign in, and calls nobody")
  void showsOthersWhereToSignIn() {
    govBr.forgetCalls();
    HttpBrowser stranger = new HttpBrowser();

    HttpBrowser.Page form = stranger.open(page() + "?realm=" + REALM, "none");
    HttpBrowser.Page sent = stranger.submit(page(), request("govbr", "x"), "none");

    assertThat(List.of(form, sent)).allSatisfy(this::assertNotSignedIn);
    assertThat(govBr.calls()).isEmpty();
  }

  private void assertNotSignedIn(HttpBrowser.Page answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("/admin/master/console/").doesNotContain("govbr-itens");
  }

  @Test
  @DisplayName("calls nobody for a request that another site has forged")
  void callsNobodyForForgedRequests() {
    HttpBrowser browser = ConsoleLogin.signedIn(system, "master", "admin", "admin");
    govBr.forgetCalls();

    HttpBrowser.Page forged = browser.submit(page(), request("govbr", "adivinhado"), "none");
    HttpBrowser.Page without =
        browser.submit(page(), Map.of("realm", REALM, "alias", "govbr"), "none");

    assertThat(List.of(forged, without))
        .allSatisfy(
            answer ->
                assertThat(answer.body()).contains("govbr-problema").doesNotContain("govbr-itens"));
    assertThat(govBr.calls()).isEmpty();
  }

  @Test
  @DisplayName("says the same of realms that are not there and of those of others")
  void tellsNothingOfOthers() {
    HttpBrowser own = ConsoleLogin.signedIn(system, REALM, administrator(), "senha-de-teste");
    String page = realm.url() + "/govbr-conferir";

    HttpBrowser.Page ofOwn = ConsoleLogin.check(own, page, REALM, "govbr");
    HttpBrowser.Page ofOthers = ConsoleLogin.check(own, page, "orgao", "govbr");
    HttpBrowser.Page ofNone = ConsoleLogin.check(own, page, "nenhum", "govbr");
    HttpBrowser.Page ofNoAlias = ConsoleLogin.check(own, page, REALM, "<script>alert(1)</script>");

    assertThat(ofOwn.body()).contains("govbr-itens");
    assertThat(List.of(ofOthers, ofNone, ofNoAlias))
        .allSatisfy(
            answer ->
                assertThat(answer.body())
                    .contains("govbr-problema")
                    .doesNotContain("govbr-itens", "<script>alert"));
  }

  @Test
  @DisplayName("tells nothing to somebody who is no administrator")
  void tellsNothingToOthers() {
    HttpBrowser citizen = PlainLogin.into(system, realm).as("cin").browser();

    HttpBrowser.Page answer =
        ConsoleLogin.check(citizen, realm.url() + "/govbr-conferir", REALM, "govbr");

    assertThat(answer.body()).contains("govbr-problema").doesNotContain("govbr-itens");
  }

  private static Map<String, String> request(String alias, String checker) {
    return Map.of("realm", REALM, "alias", alias, "verificador", checker);
  }

  private static String administrator() {
    RealmAdministrators.create(realm.admin(), "dono", "senha-de-teste", "realm-admin");
    return "dono";
  }
}
