package io.github.govbrkeycloak.acceptance.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;

/** "Minha conta": the facts of this login, as shown. */
public final class AccountPage {

  private final Page page;

  AccountPage(Page page) {
    this.page = page;
    page.locator("[data-fato=cpf], [data-ausente=cpf]").first().waitFor();
  }

  /** A fact as shown; empty where the page says that gov.br did not tell it. */
  public Optional<String> fact(String name) {
    Locator fact = page.locator("[data-fato='" + name + "']");
    return fact.count() == 0 ? Optional.empty() : Optional.of(fact.innerText().strip());
  }

  /** Whether the page marks a contact as confirmed. */
  public boolean isConfirmed(String contact) {
    return page.locator("dd:has([data-fato='" + contact + "']) [data-verificado=sim]").count() == 1;
  }

  /** The ids of the seals shown, in order. */
  public List<String> sealIds() {
    return attributes("[data-fato=selos] [data-selo]", "data-selo");
  }

  /** The titles of the seals shown, in order. */
  public List<String> sealTitles() {
    return page.locator("[data-fato=selos] [data-selo] strong").allInnerTexts();
  }

  /** The values of the factors shown, in order. */
  public List<String> factors() {
    return attributes("[data-fato=fatores] [data-fator]", "data-fator");
  }

  /** The titles of the factors shown, in order. */
  public List<String> factorTitles() {
    return page.locator("[data-fato=fatores] [data-fator]").allInnerTexts();
  }

  /** How many accesses the page lists. */
  public int accesses() {
    return page.locator("[data-fato=acessos] tbody tr").count();
  }

  /** All the text of the page. */
  public String text() {
    return page.locator("body").innerText();
  }

  private List<String> attributes(String selector, String name) {
    return page.locator(selector).all().stream().map(item -> item.getAttribute(name)).toList();
  }
}
