package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.github.govbrkeycloak.acceptance.citizen.LevelPages;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The page of who has not the level that an application asks for")
class LevelPageIT {

  private static final String LICENCE_SEAL = "401";
  private static final String WHY = "Aqui se assinam contratos <b>em seu nome</b>.";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;
  private BrowserContext browser;
  private Page page;

  @BeforeAll
  void createRealm() {
    realm = OwnRealm.create(system, "nivel-pagina", Map.of());
    realm.setOfRealm(Map.of("supportedLocales", List.of("pt-BR", "en")));
    realm.admin().put("/client-policies/profiles", Map.of("profiles", List.of(profile())));
    realm.admin().put("/client-policies/policies", Map.of("policies", List.of(policy())));
    realm
        .admin()
        .post(
            "/clients",
            Map.of(
                "clientId",
                "contratos",
                "name",
                "Contratos",
                "publicClient",
                true,
                "redirectUris",
                List.of(OwnRealm.CALLBACK)));
    String id = realm.admin().get("/clients?clientId=contratos").path(0).path("id").asText();
    realm.admin().post("/clients/" + id + "/roles", Map.of("name", "exige-ouro"));
  }

  private static Map<String, Object> profile() {
    return Map.of(
        "name",
        "ouro",
        "executors",
        List.of(
            Map.of(
                "executor",
                "govbr-requisitos",
                "configuration",
                Map.of("nivel", "ouro", "motivo", WHY))));
  }

  private static Map<String, Object> policy() {
    return Map.of(
        "name",
        "ouro",
        "enabled",
        true,
        "conditions",
        List.of(
            Map.of(
                "condition",
                "client-roles",
                "configuration",
                Map.of("roles", List.of("exige-ouro")))),
        "profiles",
        List.of("ouro"));
  }

  @BeforeEach
  void openBrowser() {
    govBr.undoChanges();
    govBr.forgetEverybody();
    browser = system.chromium().newContext();
    browser.route(
        url -> url.startsWith(OwnRealm.CALLBACK),
        route -> route.fulfill(new Route.FulfillOptions().setBody("")));
    page = browser.newPage();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @AfterAll
  void deleteRealm() {
    realm.close();
    govBr.undoChanges();
  }

  private String signIn(String client, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", OwnRealm.CALLBACK);
    query.put("kc_idp_hint", "govbr");
    query.putAll(more);
    page.navigate(realm.url() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(query));
    page.click("[data-persona=bronze-senha]");
    page.click("#authorize");
    return new LevelPages(page, system).awaitQuestion();
  }

  @Test
  void says_what_is_missing_who_asks_and_why_and_leads_up() {
    String said = signIn("contratos", Map.of());

    assertThat(said)
        .contains("O sistema \"Contratos\" pede uma conta gov.br de nível Ouro")
        .contains("Por quê: " + WHY)
        .contains("Carteira de Identidade Nacional");
    assertGood("exigencia");
    LevelPages level = new LevelPages(page, system);
    level.goUp().obtain(LICENCE_SEAL);
    // The licence makes the account prata: not enough, and the catalogue says so itself.
    assertThat(page.url()).contains("/catalogo/");
    level.obtain("701");
    page.waitForURL(url -> url.startsWith(OwnRealm.CALLBACK));
    assertThat(page.url()).contains("code=");
  }

  @Test
  void offers_to_go_on_without_what_is_only_wished_for() {
    String said = signIn(OwnRealm.APPLICATION, Map.of("acr_values", "prata"));

    assertThat(said)
        .contains("funciona melhor com uma conta gov.br de nível Prata")
        .doesNotContain("Por quê");
    assertGood("desejo");
    new LevelPages(page, system).goOnWithout();
    page.waitForURL(url -> url.startsWith(OwnRealm.CALLBACK));
    assertThat(page.url()).contains("code=");
  }

  @Test
  void speaks_english_too_and_looks_right_in_keycloak_s_own_theme() {
    realm.setOfRealm(Map.of("loginTheme", "keycloak.v2"));
    try {
      signIn("contratos", Map.of());
      String english =
          page.locator("#login-select-toggle option")
              .filter(new Locator.FilterOptions().setHasText("English"))
              .getAttribute("value");
      page.selectOption("#login-select-toggle", english);
      page.getByText("Raise my level at gov.br").waitFor();

      assertGood("english");
    } finally {
      realm.setOfRealm(Map.of("loginTheme", "govbr"));
    }
  }

  private void assertGood(String picture) {
    page.setViewportSize(390, 844);
    assertThat(Barriers.in(page)).isEmpty();
    assertThat(Barriers.fits(page)).isTrue();
    photograph(picture + "-celular");
    page.setViewportSize(1280, 800);
    assertThat(Barriers.in(page)).isEmpty();
    photograph(picture);
  }

  private void photograph(String picture) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "nivel-" + picture + ".png"))
            .setFullPage(true));
  }
}
