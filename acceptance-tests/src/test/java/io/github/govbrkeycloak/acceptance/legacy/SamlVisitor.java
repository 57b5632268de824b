package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A visitor of a service that speaks SAML, who presses on where nothing is to be decided: at
 * Keycloak's choice of one, and at its pages that browsers with scripts hand on by themselves.
 *
 * @param browser theirs
 * @param service its address, without a trailing slash
 */
record SamlVisitor(Visitor browser, String service) {

  static final String GOV_BR = "#social-govbr";

  private static final String HAND_ON = "form[name=saml-post-binding] [type=submit]";
  private static final int MOST_PAGES = 10;

  static SamlVisitor of(ApacheService service) {
    return new SamlVisitor(new Visitor(), service.address());
  }

  /** Opens a page of the service. */
  SamlVisitor open(String path) {
    browser.open(service + path);
    return goOn();
  }

  /** Opens a page of the service and signs in for it. */
  SamlVisitor signIn(String path, String persona) {
    open(path);
    browser.signInAs(persona);
    return goOn();
  }

  /** Presses a button. */
  SamlVisitor press(String selector) {
    browser.press(selector);
    return goOn();
  }

  /** Signs in and stops at the page that hands Keycloak's answer on. */
  String answerFor(String persona) {
    open("/area/");
    browser.signInAs(persona);
    String answer = browser.page().select("[name=SAMLResponse]").attr("value");
    return new String(Base64.getMimeDecoder().decode(answer), StandardCharsets.UTF_8);
  }

  /** Hands on another answer than Keycloak's from there. */
  void handOn(String answer) {
    browser.press(
        HAND_ON,
        Map.of(
            "SAMLResponse",
            Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.UTF_8))));
  }

  /** The text of a part of the page. */
  String text(String selector) {
    return browser.text(selector);
  }

  /** Where the browser is. */
  String address() {
    return browser.address();
  }

  void assertMustSignInAnew() {
    open("/area/");
    assertThat(browser.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
  }

  void assertNotSignedIn() {
    assertThat(address()).isEqualTo(service + "/entrada.html");
    assertThat(text("h1")).isEqualTo("Você não entrou");
  }

  private SamlVisitor goOn() {
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      if (browser.page().selectFirst(GOV_BR) != null) {
        browser.follow(GOV_BR);
      } else if (browser.page().selectFirst(HAND_ON) != null) {
        browser.press(HAND_ON);
      } else {
        return this;
      }
    }
    throw new AssertionError("page after page");
  }
}
