package io.github.govbrkeycloak.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Somebody who signs in at a service that takes agents, in a new browser. */
final class AgentLogin {

  static final String SCOPES =
      "openid profile poav2_createPoaAccessHistory_agent"
          + " poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";

  private final RunningSimulator running;
  private final Browser browser;

  private AgentLogin(RunningSimulator running, Browser browser) {
    this.running = running;
    this.browser = browser;
  }

  static AgentLogin of(RunningSimulator running, String persona) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", SCOPES);
    Browser browser = running.newBrowser().open(running.service().authorizeUrl(request));
    return new AgentLogin(running, browser.press("button[data-persona=" + persona + "]"));
  }

  /** On whose behalf the person may sign in; nothing if nobody asks. */
  List<String> choices() {
    return browser.page().select("button[name=capacity]").eachAttr("value");
  }

  /** Signs in on behalf of a persona. */
  String token(String grantor) {
    browser.press("button[value=" + running.govbr().persona(grantor).cpf() + "]");
    if (!browser.isAwayFromSimulator()) {
      browser.press("#authorize");
    }
    return running.service().exchange(browser.parameters().get("code")).tokens().accessToken();
  }

  /** The powers between the person and a persona, as the API tells them. */
  JsonNode poas(String grantor) {
    return read("/procuracoes/v2/procuracoes", token(grantor)).get("poas");
  }

  JsonNode read(String path, String token) {
    return running.service().get(path, token).json();
  }
}
