package io.github.govbrkeycloak.acceptance.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;

/**
 * The pages on the way to a higher level: Keycloak's, which explains it, and gov.br's catalogue.
 */
public final class LevelPages {

  private final Page page;
  private final String catalogue;

  public LevelPages(Page page, RunningSystem system) {
    this.page = page;
    this.catalogue = system.simulatorUrl() + "/catalogo/";
  }

  /** Waits for Keycloak's page and gives what it says. */
  public String awaitQuestion() {
    Locator said = page.locator("#govbr-nivel");
    said.waitFor();
    return said.innerText();
  }

  /** "Aumentar meu nível no gov.br". */
  public LevelPages goUp() {
    page.locator("#govbr-nivel-subir").click();
    page.waitForURL(url -> url.startsWith(catalogue));
    return this;
  }

  /** "Voltar ao sistema". */
  public void goBack() {
    page.locator("#govbr-nivel-voltar").click();
  }

  /** "Continuar sem aumentar o nível". */
  public void goOnWithout() {
    page.locator("#govbr-nivel-continuar").click();
  }

  /** At the catalogue: gets a seal that is no bank's. */
  public void obtain(String seal) {
    page.locator("button[name=via][value='" + seal + "']").click();
    page.locator("#succeed").click();
  }

  /** At the catalogue: a try that fails, and back to the service. */
  public void failAndReturn(String seal) {
    page.locator("button[name=via][value='" + seal + "']").click();
    page.locator("#fail").click();
    page.locator("#cancel").click();
  }
}
