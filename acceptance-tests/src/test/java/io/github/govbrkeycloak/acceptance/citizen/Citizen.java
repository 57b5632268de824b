package io.github.govbrkeycloak.acceptance.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.nio.file.Path;

/** A person at a browser, who knows the portal's address and nothing of protocols. */
public final class Citizen implements AutoCloseable {

  private final PrivateWindow window;
  private final PortalPages portal;
  private final GovBrPages govBr;

  /** Sits a person down at a window of their own. */
  public Citizen(RunningSystem system, PrivateWindow window) {
    this.window = window;
    this.portal = new PortalPages(window.page(), system.portalUrl());
    this.govBr = new GovBrPages(window.page(), system.simulatorUrl());
  }

  /** What the person sees of the portal. */
  public PortalPages portal() {
    return portal;
  }

  /** What the person sees of gov.br. */
  public GovBrPages govBr() {
    return govBr;
  }

  /** The page in front of the person, wherever it comes from. */
  public Page page() {
    return window.page();
  }

  /** The window, for what it noticed behind the pages. */
  public PrivateWindow window() {
    return window;
  }

  /** Opens the portal, signs in with gov.br as this persona, and looks at "Minha conta". */
  public AccountPage signInAs(Persona persona) {
    portal.openHome();
    portal.clickSignIn();
    govBr.chooseAndAuthorise(persona);
    portal.awaitArrival();
    return portal.openAccount();
  }

  /** Signs out by the portal's own button, and says that the portal said so. */
  public void signOut() {
    portal.signOut();
    assertThat(portal.isSignedOutPage())
        .as("the page after signing out: %s", page().url())
        .isTrue();
  }

  /** Takes a picture of the whole page. */
  public void photograph(Path file) {
    page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    window.close();
    assertThat(window.outsideRequests()).as("requests to other machines").isEmpty();
    assertThat(window.complaints()).as("breaches of the content security policy").isEmpty();
  }
}
