package io.github.govbrkeycloak.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Step by step what {@code docs/guia-do-administrador.md} says, from an empty realm. */
@DisplayName("The administrator's guide")
class AdministratorsGuideIT {

  private static final String REALM = "guia";
  private static final String CLIENT = "guia.exemplo.gov.br";
  private static final String SECRET = "segredo-do-guia";
  private static final String FLOW = "primeira entrada com gov.br";
  private static final String SAVE = "main button:has-text('Save')";
  private static final String SAVED = "text=Realm successfully updated";

  private static RunningSystem system;
  private static KeycloakAdmin admin;
  private static PrivateWindow window;
  private static Page page;

  @BeforeAll
  static void signInToTheConsole() {
    system = RunningSystem.get();
    system.govBr().behaveNormally();
    system.govBr().forgetEverybody();
    admin = system.keycloakAdmin().inRealm(REALM);
    admin.deleteRealm();
    system
        .govBr()
        .registerClient(
            CLIENT,
            SECRET,
            List.of(system.keycloakUrl() + "/realms/" + REALM + "/broker/govbr/endpoint"));
    window = PrivateWindow.open(system.chromium());
    page = window.page();
    page.setViewportSize(1280, 900);
    page.navigate(system.keycloakUrl() + "/admin/master/console/");
    page.fill("#username", "admin");
    page.fill("#password", "admin");
    page.click("#kc-login");
    page.locator("#kc-main-content-page-container").waitFor();
  }

  @AfterAll
  static void leaveNothingBehind() {
    window.close();
    admin.deleteRealm();
    system.govBr().forgetClient(CLIENT);
  }

  private static void menu(String item) {
    page.locator("nav")
        .getByText(item, new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
  }

  private static void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private static void realmSettings(String tab) {
    menu("Realm settings");
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab).setExact(true))
        .first()
        .click();
  }

  private static void choose(String field, String option) {
    page.locator(field).first().click();
    page.locator("[role=option]:has-text('" + option + "')").first().click();
  }

  private static void await(String text) {
    page.locator(text).first().waitFor();
  }

  @Test
  @DisplayName("leads from an empty realm to a first sign-in, in the console alone")
  void leadsToAFirstSignIn() {
    createRealm();
    createProvider();
    createFlow();
    chooseFlowAndTrust();
    demandNothingThatGovBrLacks();
    nameLevels();
    createClientScope();
    chooseTheme();
    switchStepOn();

    assertThat(
            StreamSupport.stream(
                    admin.get("/govbr-conferir/govbr").path("itens").spliterator(), false)
                .filter(line -> !line.path("situacao").asText().equals("verde"))
                .map(line -> line.path("item").asText()))
        .as("what is left to do on a test machine without applications")
        .containsExactly("https", "lancador", "etapas");
    signInAndOut();
    goStraightToGovBr();
  }

  private static void createRealm() {
    menu("Manage realms");
    press("Create realm");
    page.fill("[id='realm']", REALM);
    press("Create");
    await("text=Realm created successfully");
  }

  private static void createProvider() {
    menu("Identity providers");
    page.locator("[data-testid=govbr-card]").click();
    page.fill("[id='displayName']", "Entrar com gov.br");
    page.fill("[id='config.clientId']", CLIENT);
    page.fill("[id='config.clientSecret']", SECRET);
    choose("[id='ambiente']", "outro");
    page.fill("[id='config.urlSso']", system.simulatorUrl());
    page.click("[data-testid=createProvider]");
    page.waitForURL("**/identity-providers/govbr/govbr/settings");
  }

  private static void createFlow() {
    menu("Authentication");
    page.locator("a:has-text('Create flow'), button:has-text('Create flow')").first().click();
    await("h1:has-text('Create flow')");
    page.locator("main input").first().fill(FLOW);
    press("Create");
    press("Add execution");
    page.locator("text=Create User If Unique").first().click();
    page.locator("[role=dialog] button:has-text('Add')").first().click();
    String step = "main tr:has-text('Create User If Unique') ";
    choose(step + "button:has-text('Disabled')", "Required");
    await(step + "button:has-text('Required')");
  }

  private static void chooseFlowAndTrust() {
    menu("Identity providers");
    page.locator("main a:has-text('Entrar com gov.br')").first().click();
    page.locator("label[for='trustEmail'], label:has(#trustEmail)").first().click();
    choose("[id='firstBrokerLoginFlowAliasOverride'], [id='firstBrokerLoginFlowAlias']", FLOW);
    choose("[id='config.syncMode'], [id='syncMode']", "Force");
    page.locator("main button[type=submit]").first().click();
    await("text=Provider successfully updated");
  }

  private static void demandNothingThatGovBrLacks() {
    for (String attribute : List.of("email", "firstName", "lastName")) {
      realmSettings("User profile");
      page.locator("main a:text-is('" + attribute + "')").first().click();
      page.locator("label:has(#kc-required), [data-testid=required]").first().click();
      page.locator("[data-testid=attribute-create]").click();
      page.waitForURL("**/realm-settings/user-profile/attributes");
    }
    realmSettings("Login");
    page.locator("label:has(#kc-login-with-email-switch)").click();
    page.waitForCondition(() -> !admin.get("").path("loginWithEmailAllowed").asBoolean());
    page.locator("label:has(#kc-duplicate-emails-switch)").click();
    page.waitForCondition(() -> admin.get("").path("duplicateEmailsAllowed").asBoolean());
  }

  private static void nameLevels() {
    realmSettings("General");
    List<String> levels = List.of("bronze", "prata", "ouro");
    for (int i = 0; i < levels.size(); i++) {
      press("Add ACR to LoA Mapping");
      page.locator("main input[name$='." + i + ".acr']").fill(levels.get(i));
      page.locator("main input[name$='." + i + ".loa']").fill(String.valueOf(i + 1));
    }
    page.locator(SAVE).first().click();
    await(SAVED);
  }

  private static void createClientScope() {
    menu("Client scopes");
    page.locator("a:has-text('Create client scope'), button:has-text('Create client scope')")
        .first()
        .click();
    page.fill("[id='name']", "govbr");
    press("Save");
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Mappers")).first().click();
    press("Configure a new mapper");
    page.locator("[role=dialog] >> text=gov.br").first().click();
    await("main label:has-text('Facts')");
    page.fill("[id='name']", "gov.br");
    press("Save");
    await("text=Mapping successfully created");
  }

  private static void chooseTheme() {
    realmSettings("Themes");
    choose("#kc-login-theme", "govbr");
    choose("#kc-email-theme", "govbr");
    page.locator(SAVE).first().click();
    await(SAVED);
  }

  private static void switchStepOn() {
    menu("Authentication");
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Required actions"))
        .first()
        .click();
    page.locator("main tr:has-text('gov.br: aumentar o nível da conta') label:has(input)")
        .first()
        .click();
    await("text=Updated required action successfully");
    assertThat(
            admin.get("/authentication/required-actions/govbr-nivel").path("enabled").asBoolean())
        .isTrue();
  }

  private static void signInAndOut() {
    try (PrivateWindow other = PrivateWindow.open(system.chromium())) {
      Page person = other.page();
      person.navigate(account());
      person.locator("#social-govbr").click();
      person.locator("[data-persona=cin]").click();
      Locator consent = person.locator("#authorize");
      Locator signedIn = person.locator("[data-testid=username], #username[readonly], #username");
      consent.or(signedIn).first().waitFor();
      consent.all().forEach(Locator::click);
      signedIn.first().waitFor();
      assertThat(signedIn.first().inputValue()).startsWith("govbr-");

      person.locator("[data-testid=options-toggle]").first().click();
      person.getByText("Sign out").first().click();
      person.locator("#social-govbr").click();
      person.locator("[data-persona=cin]").waitFor();
    }
  }

  private static void goStraightToGovBr() {
    menu("Authentication");
    page.locator("main a:text-is('browser')").first().click();
    page.locator("main tr:has-text('Identity Provider Redirector') button[aria-label=Settings]")
        .first()
        .click();
    page.fill("[role=dialog] [id='alias']", "gov.br");
    page.locator("[role=dialog] [id*='defaultProvider']").first().fill("govbr");
    page.locator("[role=dialog] button:has-text('Save')").click();
    await("text=successfully");
    try (PrivateWindow other = PrivateWindow.open(system.chromium())) {
      other.page().navigate(account());
      other.page().locator("[data-persona=cin]").waitFor();
    }
  }

  private static String account() {
    return system.keycloakUrl() + "/realms/" + REALM + "/account/";
  }
}
