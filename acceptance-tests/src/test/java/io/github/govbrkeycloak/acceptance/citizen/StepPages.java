package io.github.govbrkeycloak.acceptance.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;

/** Keycloak's page before a step at gov.br, and gov.br's pages of the steps. */
public final class StepPages {

  private final Page page;
  private final String govBr;

  public StepPages(Page page, RunningSystem system) {
    this.page = page;
    this.govBr = system.simulatorUrl();
  }

  /** Waits for Keycloak's page and gives what it says. */
  public String await() {
    Locator said = page.locator("#govbr-etapa");
    said.waitFor();
    return said.innerText();
  }

  /** Waits for Keycloak's page after something went wrong and gives the sentence. */
  public String awaitFault() {
    Locator said = page.locator("#govbr-motivo");
    said.waitFor();
    return said.innerText();
  }

  /** "Continuar no gov.br", or "Tentar de novo". */
  public StepPages goOn() {
    page.locator("#govbr-continuar").click();
    page.waitForURL(url -> url.startsWith(govBr));
    return this;
  }

  /** "Voltar …". */
  public void goBack() {
    page.locator("#govbr-desistir").click();
  }

  /** At gov.br: types the password again. */
  public void typePassword(String password) {
    page.locator("#password").fill(password);
    page.locator("#submit-button").click();
  }

  /** At gov.br: does not type it. */
  public void cancelAtGovBr() {
    page.locator("#cancel").click();
  }

  /** At gov.br: says on whose behalf. */
  public void actFor(Persona grantor) {
    page.locator("button[name=capacity][value='" + grantor.cpf() + "']").click();
  }

  /** At gov.br: says that it is on nobody's behalf. */
  public void actForNobody() {
    page.locator("button[name=capacity][value=own]").click();
  }
}
