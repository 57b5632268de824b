package io.github.govbrkeycloak.acceptance.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;

/**
 * The console of one realm as the guides name its fields, with the demo's administrator signed in,
 * and what a hand does in it.
 */
final class EnglishConsole implements AutoCloseable {

  private final PrivateWindow window;

  private EnglishConsole(PrivateWindow window) {
    this.window = window;
  }

  static EnglishConsole open(RunningSystem system, String realm) {
    EnglishConsole console = new EnglishConsole(PrivateWindow.open(system.chromium()));
    Page page = console.page();
    page.setViewportSize(1280, 900);
    page.navigate(system.keycloakUrl() + "/admin/master/console/#/" + realm + "/realm-settings");
    page.fill("#username", "admin");
    page.fill("#password", "admin");
    page.click("#kc-login");
    console.await("main h1:has-text('" + realm + "')");
    return console;
  }

  Page page() {
    return window.page();
  }

  void menu(String item) {
    page()
        .locator("nav")
        .getByText(item, new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
  }

  /** By the words that are seen: some tabs have another name for those who cannot see them. */
  void tab(String name) {
    click("[role=tab] :text-is('" + name + "')");
  }

  void press(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  /** Follows a link, which the console may draw as a button. */
  void follow(String link) {
    click("main a:text-is('" + link + "'), main button:text-is('" + link + "')");
  }

  void click(String element) {
    page().locator(element).first().click();
  }

  void fill(String field, String value) {
    page().locator(field).first().fill(value);
  }

  /** Chooses one of the options of a field that opens a list. */
  void choose(String field, String option) {
    click(field);
    page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
  }

  void await(String element) {
    page().locator(element).first().waitFor();
  }

  @Override
  public void close() {
    window.close();
  }
}
