package io.github.govbrkeycloak.acceptance.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Keycloak's page on which a company is chosen, as a person sees it. */
public final class CompanyPages {

  private final Page page;

  /** The page in front of a person. */
  public CompanyPages(Page page) {
    this.page = page;
  }

  /** Waits for the page to be in a state: {@code lista}, {@code nenhuma}… Tells what it says. */
  public String await(String state) {
    Locator shown = page.locator("#govbr-empresa[data-estado='" + state + "']");
    shown.waitFor();
    return shown.innerText();
  }

  /** The companies on the page: name and number, as they are read out. */
  public List<String> offered() {
    return page.locator(".govbr-opcao label").allInnerTexts();
  }

  /** Looks for a company. */
  public CompanyPages lookFor(String text) {
    page.fill("#busca", text);
    page.click("#buscar");
    await("lista");
    return this;
  }

  /** Chooses the company of a place in the list, from 0, by its whole line. */
  public void choose(int place) {
    page.locator(".govbr-opcao label").nth(place).click();
    page.click("#escolher");
  }

  /** Presses a button of the page. */
  public void press(String id) {
    page.click("#" + id);
  }

  /** Goes from the search to the second company and takes it, by keyboard alone. */
  public void chooseTheSecondByKeyboard() {
    page.locator("[name=cnpj]").first().focus();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
  }
}
