package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
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

/** Each page in a real browser, for everybody to read, on a telephone too. */
@DisplayName("The page of who cannot go on at once")
class StepPagesIT {

  private static final int WIDE = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;
  private static final String PERSON = "bronze-senha";
  private static final String LICENCE_SEAL = "401";
  private static final Map<String, String> LEVEL = Map.of("kc_action", "govbr-nivel:prata");
  private static final Map<String, String> PASSWORD = Map.of("kc_action", "govbr-senha");

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static CompanyRealm companies;

  private BrowserContext browser;
  private Page page;

  @BeforeAll
  static void createRealm() {
    companies = CompanyRealm.create("paginas-etapas");
    DemandingRealm demands = companies.demands();
    demands.profile("fator", Map.of("fatores", List.of("mfa", "x509")));
    demands.application("fator", "fator");
    demands.application("prata", Map.of("minimum.acr.value", "prata"), Map.of());
    // Keycloak lets nobody save a minimum that the map does not know, but it may leave the map.
    demands.levels("{\"bronze\":1,\"prata\":2,\"ouro\":3,\"diamante\":3}");
    demands.application(
        "errada", Map.of("minimum.acr.value", "diamante"), Map.of("baseUrl", OwnRealm.CALLBACK));
    demands.levels("{\"bronze\":1,\"prata\":2,\"ouro\":3}");
  }

  @AfterAll
  static void deleteRealm() {
    companies.close();
  }

  @BeforeEach
  void openBrowser() {
    GOV_BR.undoChanges();
    GOV_BR.forgetEverybody();
    openPage(SYSTEM.chromium().newContext());
  }

  private void openPage(BrowserContext context) {
    browser = context;
    browser.route(
        url -> url.startsWith(OwnRealm.CALLBACK),
        route -> route.fulfill(new Route.FulfillOptions().setBody("")));
    page = browser.newPage();
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
    companies.behaveNormally();
    GOV_BR.undoChanges();
  }

  private static String endpoint() {
    return companies.realm().url() + "/broker/govbr/endpoint";
  }

  private void use(String application, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", application);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", OwnRealm.CALLBACK);
    query.putAll(more);
    page.navigate(
        companies.realm().url() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(query));
  }

  private void useWithGovBr(String application, Map<String, String> more, String persona) {
    Map<String, String> query = new LinkedHashMap<>(more);
    query.put("kc_idp_hint", "govbr");
    use(application, query);
    signIn(persona);
  }

  private void signIn(String persona) {
    page.click("[data-persona=" + persona + "]");
    page.click("#authorize");
  }

  private void useWithPassword(String application, Map<String, String> more) {
    use(application, more);
    page.fill("#username", "servidora");
    page.fill("#password", "senha-da-servidora");
    page.click("#kc-login");
  }

  /** The refusal is there, can be read by everybody, and has a way on. */
  private void assertSays(String code, String wayOn) {
    page.getByText(code).waitFor();
    assertGood(code.toLowerCase() + "-" + wayOn);
    assertThat(page.locator("#" + wayOn).isVisible()).as(wayOn).isTrue();
  }

  private void assertGood(String picture) {
    for (int width : List.of(WIDE, PHONE)) {
      page.setViewportSize(width, HEIGHT);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/pictures/etapa-" + picture + "-" + width + ".png")));
      assertThat(Barriers.in(page)).isEmpty();
      assertThat(Barriers.fits(page)).isTrue();
    }
  }

  private void assertBack() {
    page.waitForURL(url -> url.startsWith(OwnRealm.CALLBACK));
    assertThat(page.url()).contains("code=");
  }

  @Test
  void says_that_signing_in_anew_did_not_help() {
    useWithGovBr("fator", Map.of(), PERSON);
    page.click("#govbr-nova-entrada");
    page.click("[data-persona=" + PERSON + "]");

    page.locator("#govbr-segunda-vez").waitFor();
    assertGood("segunda-vez");
  }

  @Test
  void offers_to_sign_out_to_whoever_did_not_come_from_gov_br() {
    useWithPassword(CompanyRealm.DEMANDING, Map.of());

    assertSays("GOVBR-586", "govbr-sair");
  }

  @Test
  void offers_to_sign_out_where_no_company_can_be_chosen() {
    companies.withoutStep(true, () -> useWithGovBr(CompanyRealm.DEMANDING, Map.of(), "contador"));

    assertSays("GOVBR-615", "govbr-sair");
  }

  @Test
  void says_that_an_application_demands_what_nobody_knows() {
    useWithGovBr("errada", Map.of(), PERSON);

    page.getByText("GOVBR-585").waitFor();
    assertThat(page.locator("#govbr-tentar-de-novo").count()).as("what cannot help").isZero();
    assertThat(page.locator("#govbr-voltar").isVisible()).as("the way back").isTrue();
    assertGood("govbr-585");
  }

  @Test
  void says_that_gov_br_did_not_tell_what_is_demanded() {
    String client = companies.realm().govBrClient();
    GOV_BR.behave("sem-reliability-info", Map.of("cliente", client));
    GOV_BR.behave(
        "status",
        Map.of("endpoint", "niveis", "cliente", client, "parametros", Map.of("status", 500)));

    useWithGovBr("prata", Map.of(), PERSON);

    assertSays("GOVBR-587", "govbr-tentar-de-novo");
  }

  @Test
  void leads_on_after_longer_than_a_login_lasts() {
    useWithGovBr(OwnRealm.APPLICATION, LEVEL, PERSON);
    LevelPages level = new LevelPages(page, SYSTEM);
    level.goUp();
    forgetLogin();

    level.obtain(LICENCE_SEAL);

    assertSays("GOVBR-591", "govbr-tentar-de-novo");
    page.click("#govbr-tentar-de-novo");
    assertBack();
  }

  /** As time does. */
  private void forgetLogin() {
    List<Cookie> kept =
        browser.cookies().stream()
            .filter(cookie -> !cookie.name.equals("AUTH_SESSION_ID"))
            .toList();
    browser.clearCookies();
    browser.addCookies(kept);
  }

  @Test
  void stops_another_citizen_who_comes_back() {
    useWithGovBr(OwnRealm.APPLICATION, LEVEL, PERSON);
    new LevelPages(page, SYSTEM).goUp();
    GOV_BR.forgetEverybody();

    page.navigate(endpoint());
    signIn("ouro-otp");

    assertSays("GOVBR-592", "govbr-tentar-de-novo");
  }

  @Test
  void leads_on_when_gov_br_was_down_on_the_way_back() {
    useWithGovBr(OwnRealm.APPLICATION, LEVEL, PERSON);
    LevelPages level = new LevelPages(page, SYSTEM);
    level.goUp();
    GOV_BR.behave(
        "conexao-reiniciada",
        Map.of("endpoint", "token", "cliente", companies.realm().govBrClient()));

    level.obtain(LICENCE_SEAL);

    assertSays("GOVBR-301", "govbr-tentar-de-novo");
    GOV_BR.behaveNormally();
    page.click("#govbr-tentar-de-novo");
    assertBack();
  }

  @Test
  void asks_to_sign_in_at_gov_br_before_the_companies() {
    useWithGovBr(OwnRealm.APPLICATION, Map.of(), "contador");
    assertBack();
    GOV_BR.behave(
        "status",
        Map.of(
            "endpoint", "empresas",
            "cliente", companies.realm().govBrClient(),
            "parametros", Map.of("status", 401)));

    use(CompanyRealm.DEMANDING, Map.of());

    page.locator("[data-estado=entrar]").waitFor();
    assertGood("empresa-entrar");
    GOV_BR.behaveNormally();
    page.click("#entrar");
    page.locator("#govbr-empresa-escolha").waitFor();
  }

  @Test
  void says_that_a_step_is_for_who_came_from_gov_br() {
    useWithPassword(OwnRealm.APPLICATION, PASSWORD);

    assertSays("GOVBR-611", "govbr-desistir");
    assertThat(page.locator("#govbr-continuar").count()).isZero();
  }

  @Test
  void says_that_a_step_is_not_prepared() {
    useWithGovBr(OwnRealm.APPLICATION, PASSWORD, PERSON);

    assertSays("GOVBR-615", "govbr-desistir");
    assertThat(page.locator("#govbr-continuar").count()).isZero();
  }

  @Test
  void needs_no_script() {
    browser.close();
    openPage(SYSTEM.chromium().newContextWithoutScript());
    useWithGovBr(CompanyRealm.DEMANDING, Map.of(), "contador");

    page.locator("input[name=cnpj]").first().check();
    page.click("#escolher");
    assertBack();

    use(OwnRealm.APPLICATION, Map.of("kc_action", "govbr-nivel:ouro"));
    new LevelPages(page, SYSTEM).goBack();
    page.waitForURL(url -> url.contains("kc_action_status=cancelled"));
  }
}
