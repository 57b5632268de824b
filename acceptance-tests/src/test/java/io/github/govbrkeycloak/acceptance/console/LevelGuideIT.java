package io.github.govbrkeycloak.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Step by step what {@code docs/requisitos.md} says of demanding prata, in the console alone. */
@DisplayName("The guide to demanding prata, followed in the console,")
class LevelGuideIT {

  private static final String REALM = "guia-prata";
  private static final String ONE = "sistema-um";
  private static final String MANY = "sistema-entre-muitos";
  private static final String SAML = "http://saml-do-guia.localhost/";
  private static final String PROFILE = "exige-prata";
  private static final List<String> LEVELS = List.of("bronze", "prata", "ouro");
  private static final String MINIMUM = "[id*='minimum'][id*='acr']";
  private static final String SAVE_ADVANCED = "[data-testid=OIDCAdvancedSave]";

  private static RunningSystem system;
  private static OwnRealm realm;
  private static EnglishConsole console;

  @BeforeAll
  static void openConsole() {
    system = RunningSystem.get();
    system.govBr().undoChanges();
    system.govBr().forgetEverybody();
    realm = OwnRealm.create(system, REALM, Map.of());
    realm.setOfRealm(Map.of("attributes", Map.of("acr.loa.map", "{}")));
    realm.addApplication(ONE);
    realm.addApplication(MANY);
    realm
        .admin()
        .post(
            "/clients",
            Map.of(
                "clientId",
                SAML,
                "protocol",
                "saml",
                "redirectUris",
                List.of(OwnRealm.CALLBACK),
                "attributes",
                Map.of(
                    "saml.client.signature", "false",
                    "saml_idp_initiated_sso_url_name", "guia",
                    "saml_assertion_consumer_url_post", OwnRealm.CALLBACK)));
    console = EnglishConsole.open(system, REALM);
    nameLevels();
  }

  @AfterAll
  static void leaveNothingBehind() {
    console.close();
    realm.close();
  }

  /** The first step, on which all others rest. */
  private static void nameLevels() {
    console.menu("Realm settings");
    console.tab("General");
    for (int i = 0; i < LEVELS.size(); i++) {
      console.press("Add ACR to LoA Mapping");
      console.fill("main input[name$='." + i + ".acr']", LEVELS.get(i));
      console.fill("main input[name$='." + i + ".loa']", String.valueOf(i + 1));
    }
    saveRealm();
  }

  private static void saveRealm() {
    console.click("main button:has-text('Save')");
    console.await("text=Realm successfully updated");
  }

  private static void advanced(String client) {
    console.menu("Clients");
    console.follow(client);
    console.tab("Advanced");
  }

  private static void saveClient() {
    console.click(SAVE_ADVANCED);
    console.await("text=Client successfully updated");
  }

  @Test
  @DisplayName("leads bronze to the way up, and lets prata into one application")
  void leadsToOneApplication() {
    assertThat(isLetIn("bronze-senha", address(ONE))).as("before").isTrue();

    advanced(ONE);
    console.fill(MINIMUM, "prata");
    saveClient();

    assertThat(isLetIn("bronze-senha", address(ONE))).isFalse();
    assertThat(isLetIn("prata-banco", address(ONE))).isTrue();
  }

  @Test
  @DisplayName("leads bronze to the way up, and lets prata into a SAML application")
  void leadsToSamlApplication() {
    String address = realm.url() + "/protocol/saml/clients/guia";
    assertThat(isLetIn("bronze-senha", address)).as("before").isTrue();

    console.menu("Realm settings");
    console.tab("General");
    for (int i = 0; i < LEVELS.size(); i++) {
      console.fill("main input[name$='." + i + ".uri']", "urn:orgao:" + LEVELS.get(i));
    }
    saveRealm();
    advanced(SAML);
    console.choose(MINIMUM, "urn:orgao:prata");
    saveClient();

    assertThat(isLetIn("bronze-senha", address)).isFalse();
    assertThat(isLetIn("prata-banco", address)).isTrue();
  }

  @Test
  @DisplayName("leads bronze to the way up, and lets prata into applications that have a role")
  void leadsToManyApplications() {
    createProfile();
    createPolicy();
    assertThat(isLetIn("bronze-senha", address(MANY))).as("without the role").isTrue();

    console.menu("Clients");
    console.follow(MANY);
    console.tab("Roles");
    console.follow("Create role");
    console.fill("[id='name']", PROFILE);
    console.press("Save");
    console.await("text=Role created");

    assertThat(isLetIn("bronze-senha", address(MANY))).isFalse();
    assertThat(isLetIn("prata-banco", address(MANY))).isTrue();
  }

  private static void createProfile() {
    console.menu("Realm settings");
    console.tab("Client policies");
    console.tab("Profiles");
    console.follow("Create client profile");
    console.fill("[id='name']", PROFILE);
    console.press("Save");
    console.click("#addExecutor");
    console.choose("#kc-executor", "govbr-requisitos");
    console.choose("[id='nivel'], [id='config.nivel']", "prata");
    console.click("[data-testid=addExecutor-saveBtn]");
    console.await("text=Executor created successfully");
  }

  private static void createPolicy() {
    console.menu("Realm settings");
    console.tab("Client policies");
    console.tab("Policies");
    console.follow("Create client policy");
    console.fill("[id='name']", "sistemas-com-prata");
    console.press("Save");
    console.click("#addCondition");
    console.choose("#provider", "client-roles");
    console.fill("main input[name*='roles']", PROFILE);
    console.click("[data-testid=addCondition-saveBtn]");
    console.await("[data-testid=client-roles-condition-link]");
    console.click("#addClientProfile");
    // Keycloak's own profiles fill the first page.
    console.fill("[role=dialog] input[type=text], [role=dialog] input[type=search]", PROFILE);
    console.page().keyboard().press("Enter");
    console.click("[role=dialog] tr:has-text('" + PROFILE + "') input[type=checkbox]");
    console.click("[data-testid=add-client-profile-button]");
    console.await("text=New client profile added");
  }

  private static String address(String client) {
    return realm.url()
        + "/protocol/openid-connect/auth?"
        + HttpBrowser.encoded(
            Map.of(
                "client_id",
                client,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                OwnRealm.CALLBACK));
  }

  /** Whether a person who opens an application gets in, instead of being shown the way up. */
  private static boolean isLetIn(String persona, String address) {
    try (PrivateWindow window = PrivateWindow.open(system.chromium())) {
      Page person = window.page();
      person.route(
          url -> url.startsWith(OwnRealm.CALLBACK),
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setBody("<p id='sistema'>Sistema</p>")));
      person.navigate(address);
      person.locator("#social-govbr").click();
      person.locator("[data-persona=" + persona + "]").click();
      Locator consent = person.locator("#authorize");
      Locator inside = person.locator("#sistema");
      Locator end = inside.or(person.locator("#govbr-nivel"));
      consent.or(end).first().waitFor();
      consent.all().forEach(Locator::click);
      end.first().waitFor();
      return inside.count() > 0;
    }
  }
}
