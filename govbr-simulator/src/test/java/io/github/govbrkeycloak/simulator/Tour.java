package io.github.govbrkeycloak.simulator;

import com.microsoft.playwright.Page;
import java.util.Map;

/** A person's way through the simulator's pages, in a real browser. */
final class Tour {

  private final RunningSimulator running;
  private final Page page;

  Tour(RunningSimulator running, Page page) {
    this.running = running;
    this.page = page;
  }

  /** Opens a page of the simulator. */
  Tour open(String path) {
    page.navigate(running.govbr().baseUrl() + path);
    return this;
  }

  /** Comes from a service that asks for a login, with these parameters changed. */
  Tour signIn(Map<String, String> changed) {
    Map<String, String> parameters = RelyingParty.authorizeParameters();
    parameters.putAll(changed);
    page.navigate(running.service().authorizeUrl(parameters));
    return this;
  }

  /** Comes from a service that asks for a login. */
  Tour signIn() {
    return signIn(Map.of());
  }

  /** Presses or follows something. */
  Tour click(String selector) {
    page.locator(selector).first().click();
    return this;
  }

  /** Types into a field. */
  Tour type(String selector, String text) {
    page.locator(selector).fill(text);
    return this;
  }

  /** Signs in as one of the persons offered. */
  Tour as(String persona) {
    return click("[data-persona=" + persona + "]");
  }

  /** Types the CPF of a person. */
  Tour cpfOf(String persona) {
    return type("#accountId", running.govbr().persona(persona).cpf()).click("#enter-account-id");
  }

  /** Changes the page as nobody should. */
  Tour tamper(String script) {
    page.evaluate(script);
    return this;
  }

  /** What else happens at the simulator meanwhile. */
  RunningSimulator simulator() {
    return running;
  }
}
