package io.github.govbrkeycloak.acceptance.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The console in Portuguese, with the demo's administrator signed in, looking at one realm. */
final class Console implements AutoCloseable {

  private static final String CONTENT = "#kc-main-content-page-container";
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  /** The bars above the content: a temporary administrator is warned, too. */
  private static final int MASTHEAD = 112;

  private final RunningSystem system;
  private final String realm;
  private final PrivateWindow window;

  private Console(RunningSystem system, String realm, PrivateWindow window) {
    this.system = system;
    this.realm = realm;
    this.window = window;
  }

  /** Opens it; the console speaks the language of the administrator's own realm. */
  static Console open(RunningSystem system, String realm) {
    speak(system, true);
    Console console = new Console(system, realm, PrivateWindow.open(system.chromium()));
    console.signIn();
    return console;
  }

  private static void speak(RunningSystem system, boolean portuguese) {
    KeycloakAdmin master = system.keycloakAdmin().inRealm("master");
    master.put(
        "",
        Map.of(
            "internationalizationEnabled",
            portuguese,
            "supportedLocales",
            portuguese ? List.of("pt-BR") : List.of(),
            "defaultLocale",
            portuguese ? "pt-BR" : ""));
  }

  private void signIn() {
    page().setViewportSize(WIDTH, HEIGHT);
    page().navigate(system.keycloakUrl() + "/admin/master/console/");
    page().fill("#username", "admin");
    page().fill("#password", "admin");
    page().click("#kc-login");
    page().locator(CONTENT).waitFor();
  }

  Page page() {
    return window.page();
  }

  /**
   * Opens a page of the realm, by its path in the console, and waits for something on it. The
   * console is loaded anew: going from one path to the next while it still loads, it would stay in
   * the realm that it began with.
   */
  void open(String path, String awaited) {
    page().setViewportSize(WIDTH, HEIGHT);
    page().navigate("about:blank");
    page().navigate(system.keycloakUrl() + "/admin/master/console/#/" + realm + path);
    page().locator(awaited).first().waitFor();
  }

  /** Chooses one of the options of a field that opens a list. */
  void choose(String field, String option) {
    page().locator("[id='" + field + "']").click();
    page().locator("[role=option]", withText(option)).first().click();
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Saves what is to be seen of the page, as long as it is, without menus. */
  void photograph(Path file) {
    int height = ((Number) page().locator(CONTENT).evaluate("e => e.scrollHeight")).intValue();
    page().setViewportSize(WIDTH, height + MASTHEAD);
    page().locator(CONTENT).screenshot(new Locator.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    window.close();
    speak(system, false);
  }
}
