package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An administrator who has signed in to the console, without a real browser. */
final class ConsoleLogin {

  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern CHECKER = Pattern.compile("name=\"verificador\" value=\"([^\"]+)\"");

  private ConsoleLogin() {}

  /** The browser of somebody who has just signed in to the console of a realm. */
  static HttpBrowser signedIn(RunningSystem system, String realm, String name, String password) {
    HttpBrowser browser = new HttpBrowser();
    String console = system.keycloakUrl() + "/admin/" + realm + "/console/";
    Map<String, String> request = new LinkedHashMap<>();
    request.put("client_id", "security-admin-console");
    request.put("response_type", "code");
    request.put("scope", "openid");
    request.put("redirect_uri", console);
    request.put("code_challenge", TestApplication.CHALLENGE);
    request.put("code_challenge_method", "S256");
    Page form =
        browser.open(
            system.keycloakUrl()
                + "/realms/"
                + realm
                + "/protocol/openid-connect/auth?"
                + HttpBrowser.encoded(request),
            console);
    Page end =
        browser.submit(
            only(ACTION, form).replace("&amp;", "&"),
            Map.of("username", name, "password", password),
            console);
    if (!end.url().startsWith(console)) {
      throw new AssertionError("not signed in: status " + end.status());
    }
    return browser;
  }

  /** Asks the check's page about an identity provider, as its form does. */
  static Page check(HttpBrowser browser, String page, String realm, String alias) {
    String checker = only(CHECKER, browser.open(page, "none"));
    return browser.submit(
        page, Map.of("realm", realm, "alias", alias, "verificador", checker), "none");
  }

  private static String only(Pattern pattern, Page page) {
    Matcher found = pattern.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("status " + page.status() + ", and not on the page: " + pattern);
    }
    return found.group(1);
  }
}
