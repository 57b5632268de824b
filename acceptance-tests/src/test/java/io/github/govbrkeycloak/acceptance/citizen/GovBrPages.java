package io.github.govbrkeycloak.acceptance.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.Persona;

/** The pages of the simulated gov.br, with gov.br's own field names. */
public final class GovBrPages {

  private final Page page;
  private final String address;

  /** The pages at this address. */
  public GovBrPages(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  /** Whether gov.br is in front of the person now. */
  public boolean isOpen() {
    return page.url().startsWith(address);
  }

  /** Waits until gov.br asks who the person is. */
  public void awaitLogin() {
    page.waitForURL(url -> url.startsWith(address + "/login"));
  }

  /** Signs in by the button that the simulator offers for each persona. */
  public void choose(Persona persona) {
    awaitLogin();
    page.locator("[data-persona='" + persona.id() + "']").click();
  }

  /** The same, and agrees to the use of the data where gov.br asks (on the first visit). */
  public void chooseAndAuthorise(Persona persona) {
    choose(persona);
    authoriseIfAsked();
  }

  /** Signs in as people do at the real gov.br: CPF, then password. */
  public void signInWithPassword(Persona persona) {
    awaitLogin();
    page.locator("#accountId").fill(persona.cpf());
    page.locator("#enter-account-id").click();
    page.locator("#password").fill(persona.senha());
    page.locator("#submit-button").click();
    authoriseIfAsked();
  }

  /** Agrees to the use of the data if gov.br asks, and waits until gov.br lets the person go. */
  public void authoriseIfAsked() {
    Locator authorise = page.locator("button[value=authorize]");
    page.waitForCondition(() -> !isOpen() || authorise.isVisible());
    if (isOpen()) {
      authorise.click();
      page.waitForURL(url -> !url.startsWith(address));
    }
  }

  /** Waits for the question whether the data may be used. */
  public void awaitAuthorisation() {
    page.locator("button[value=authorize]").waitFor();
  }

  /** Refuses the use of the data. */
  public void deny() {
    page.locator("button[value=deny]").click();
  }

  /** Changes their mind on the first page. */
  public void cancel() {
    awaitLogin();
    page.locator("button[value=cancel]").first().click();
  }
}
