package io.github.govbrkeycloak.acceptance.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * Stops a page on its way back from gov.br before Keycloak sees it. Playwright's routes do not see
 * redirects; the browser's own interception does.
 */
final class StoppedWayBack implements AutoCloseable {

  private static final String WAY_BACK = "*/broker/*/endpoint?*";

  private final CDPSession devtools;

  private StoppedWayBack(CDPSession devtools) {
    this.devtools = devtools;
  }

  static StoppedWayBack in(BrowserContext browser, Page page) {
    CDPSession devtools = browser.newCDPSession(page);
    devtools.on(
        "Fetch.requestPaused", paused -> devtools.send("Fetch.failRequest", failed(paused)));
    devtools.send("Fetch.enable", patterns());
    return new StoppedWayBack(devtools);
  }

  private static JsonObject failed(JsonObject paused) {
    JsonObject answer = new JsonObject();
    answer.add("requestId", paused.get("requestId"));
    answer.addProperty("errorReason", "Failed");
    return answer;
  }

  private static JsonObject patterns() {
    JsonObject pattern = new JsonObject();
    pattern.addProperty("urlPattern", WAY_BACK);
    JsonArray all = new JsonArray();
    all.add(pattern);
    JsonObject patterns = new JsonObject();
    patterns.add("patterns", all);
    return patterns;
  }

  @Override
  public void close() {
    devtools.detach();
  }
}
