package io.github.govbrkeycloak.acceptance.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.application.SecondApplication.LoginAttempt;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Visitor;
import java.util.Map;

/**
 * A person for whom an application, or a terminal, calls the service.
 *
 * @param visitor their browser
 */
record ApiUser(ApiGuide guide, Visitor visitor) {

  /** What an application asks Keycloak for that is going to call the service. */
  static final Map<String, String> FOR_THE_API = Map.of("scope", "openid " + ApiGuide.SCOPE);

  ApiUser(ApiGuide guide) {
    this(guide, new Visitor());
  }

  /** Opens the application, which sends them to Keycloak. */
  LoginAttempt open(Map<String, String> parameters) {
    LoginAttempt login = guide.application().beginLogin(parameters);
    visitor.open(login.address().toString());
    return login;
  }

  /** Signs in to the application; gives back the access token that it gets. */
  String tokenOf(String persona, Map<String, String> parameters) {
    LoginAttempt login = open(parameters);
    visitor.signInAs(persona);
    return guide.application().finishLogin(login).bearer();
  }

  /** Begins at a terminal and opens the address that it shows; chooses gov.br there. */
  JsonNode openTerminal() {
    JsonNode device =
        RunningSystem.get()
            .postForm(
                openIdConnect() + "/auth/device",
                HttpBrowser.encoded(
                    Map.of("client_id", ApiGuide.TERMINAL, "scope", "openid " + ApiGuide.SCOPE)));
    visitor.open(device.path("verification_uri_complete").asText()).follow("#social-govbr");
    return device;
  }

  /** What the terminal gets then: tokens, or why not. */
  JsonNode tokensAtTerminal(JsonNode device) {
    return RunningSystem.get()
        .tryPostForm(
            openIdConnect() + "/token",
            HttpBrowser.encoded(
                Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:device_code",
                    "client_id",
                    ApiGuide.TERMINAL,
                    "device_code",
                    device.path("device_code").asText())));
  }

  private static String openIdConnect() {
    return RunningSystem.get().realmUrl() + "/protocol/openid-connect";
  }
}
