package io.github.govbrkeycloak.acceptance.citizen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** The portal as a person sees it. */
public final class PortalPages {

  private final Page page;
  private final String address;

  /** The portal at this address, which ends in a slash. */
  public PortalPages(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  /** The public home page. */
  public void openHome() {
    page.navigate(address);
  }

  /** Any page of the portal, by its path below the portal's address. */
  public Response open(String path) {
    return page.navigate(address + path);
  }

  /** "Entrar com gov.br". */
  public void clickSignIn() {
    page.locator("[data-acao=entrar]").first().click();
  }

  /** Waits until the browser is at the portal, after the detour of a login. */
  public void awaitArrival() {
    page.waitForURL(url -> url.startsWith(address));
  }

  /** "Minha conta", signing in first where that is needed. */
  public AccountPage openAccount() {
    open("conta");
    return new AccountPage(page);
  }

  /** Whether the portal knows the person in front of it. */
  public boolean isSignedIn() {
    openHome();
    return page.locator("[data-sessao=nome]").count() > 0;
  }

  /** What the portal calls the person. */
  public String nameShown() {
    return page.locator("[data-sessao=nome]").innerText();
  }

  /** "Sair", and yes. */
  public void signOut() {
    openHome();
    page.locator("[data-acao=sair]").click();
    page.locator("[data-acao=confirmar-saida]").click();
    page.waitForURL(url -> url.startsWith(address + "saiu"));
  }

  /** Whether the page says that the person has left. */
  public boolean isSignedOutPage() {
    return shows("saiu");
  }

  /** Whether this is the portal's page of a name ({@code data-pagina}). */
  public boolean shows(String name) {
    Locator mark = page.locator("[data-pagina='" + name + "']");
    return page.url().startsWith(address) && mark.count() > 0;
  }
}
