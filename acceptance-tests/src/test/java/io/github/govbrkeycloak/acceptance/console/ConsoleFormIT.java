package io.github.govbrkeycloak.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In the console an administrator")
class ConsoleFormIT {

  private static final String CLIENT = "novo.exemplo.gov.br";
  private static final String SECRET = "segredo-do-console";

  private static RunningSystem system;
  private static OwnRealm realm;
  private static Console console;

  @BeforeAll
  static void openConsole() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, "console", Map.of());
    system.govBr().registerClient(CLIENT, SECRET, List.of(realm.url() + "/broker/novo/endpoint"));
    console = Console.open(system, "console");
  }

  @AfterAll
  static void closeConsole() {
    console.close();
    realm.close();
  }

  @Test
  @DisplayName("fills in environment and credential, and people can sign in")
  void fillsInFourFields() {
    console.open("/identity-providers/govbr/add", "[data-testid=createProvider]");
    Page page = console.page();
    page.fill("[id='alias']", "novo");
    page.fill("[id='config.clientId']", CLIENT);
    page.fill("[id='config.clientSecret']", SECRET);
    console.choose("ambiente", "outro");
    page.fill("[id='config.urlSso']", system.simulatorUrl());
    page.click("[data-testid=createProvider]");
    page.waitForURL("**/identity-providers/govbr/novo/settings");

    HttpBrowser.Page login = new HttpBrowser().open(loginThrough("novo"), OwnRealm.CALLBACK);

    assertThat(login.body()).as("gov.br's login page").contains("name=\"accountId\"");
    assertThat(realm.admin().get("/govbr-conferir/novo").path("situacao").asText())
        .isEqualTo("amarelo");
    assertThat(realm.admin().get("/identity-provider/instances/novo").toString())
        .doesNotContain(SECRET);
  }

  @Test
  @DisplayName("is told which field is wrong, and what to do, and nothing is lost")
  void isToldWhatIsWrong() {
    console.open("/identity-providers/govbr/govbr/settings", "[id='config.urlSso']");
    Page page = console.page();
    page.waitForCondition(
        () -> page.inputValue("[id='config.urlSso']").equals(system.simulatorUrl()));
    page.fill("[id='config.urlSso']", "");

    page.locator("main button[type=submit]").first().click();

    page.locator("text=Endereço do login (ambiente \"outro\"): neste ambiente, informe o endereço")
        .first()
        .waitFor();
    assertThat(
            realm.admin().get("/identity-provider/instances/govbr").at("/config/urlSso").asText())
        .isEqualTo(system.simulatorUrl());
  }

  private static String loginThrough(String alias) {
    return realm.url()
        + "/protocol/openid-connect/auth?"
        + HttpBrowser.encoded(
            Map.of(
                "client_id",
                OwnRealm.APPLICATION,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                OwnRealm.CALLBACK,
                "kc_idp_hint",
                alias));
  }
}
