package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.sun.net.httpserver.HttpServer;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An OpenID Connect application of the realm, in a browser of its own, that only trusts Keycloak:
 * it is a public client with PKCE.
 */
final class TestApplication implements AutoCloseable {

  static final String CLIENT_ID = "aplicacao-de-teste";

  private static final String BASE_URL = servePages();
  private static final String CALLBACK = BASE_URL + "volta";
  private static final AtomicBoolean REGISTERED = new AtomicBoolean();
  private static final String LOGIN_BUTTON = "[data-persona=%s]";
  private static final String CONSENT = "#authorize";
  private static final String REFUSAL = "#govbr-recusa";
  // The example of RFC 7636, appendix B.
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSystem system;
  private final BrowserContext browser;
  private final Page page;
  private String reached;
  private String wayBack;
  private String requestAtGovBr;

  private TestApplication(RunningSystem system, BrowserContext browser) {
    this.system = system;
    this.browser = browser;
    browser.onRequest(this::remember);
    this.page = browser.newPage();
  }

  /** One page for every address of the application, for the whole run. */
  private static String servePages() {
    byte[] page =
        "<!doctype html><html lang=pt-BR><title>Aplicação</title><h1>Aplicação</h1>"
            .getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      return "http://localhost:" + server.getAddress().getPort() + "/";
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Opens a fresh browser; the first time also registers the application in the realm. */
  static TestApplication open(RunningSystem system) {
    if (REGISTERED.compareAndSet(false, true)) {
      system
          .keycloakAdmin()
          .replaceClient(
              CLIENT_ID,
              Map.of(
                  "clientId",
                  CLIENT_ID,
                  "publicClient",
                  true,
                  "baseUrl",
                  BASE_URL,
                  "redirectUris",
                  List.of(BASE_URL + "*"),
                  "defaultClientScopes",
                  List.of("basic", "acr", "roles", "govbr")));
    }
    return new TestApplication(system, system.chromium().newContext());
  }

  private void remember(Request request) {
    if (request.url().startsWith(CALLBACK)) {
      reached = request.url();
    }
    if (isWayBack(request.url())) {
      wayBack = request.url();
    }
    if (request.url().startsWith(system.simulatorUrl() + "/authorize?")) {
      requestAtGovBr = request.url();
    }
  }

  /** The way back from gov.br to whichever identity provider. */
  private boolean isWayBack(String url) {
    return url.startsWith(system.realmUrl() + "/broker/") && url.contains("/endpoint?");
  }

  Page page() {
    return page;
  }

  String baseUrl() {
    return BASE_URL;
  }

  /** Starts a login; gov.br's login page opens, or the application when nothing is to be done. */
  void openLogin() {
    openLogin(Map.of());
  }

  void openLogin(Map<String, String> parameters) {
    reached = null;
    wayBack = null;
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", CLIENT_ID);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", CALLBACK);
    query.put("state", "da-aplicacao");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.put("kc_idp_hint", "govbr");
    query.putAll(parameters);
    page.navigate(
        system.realmUrl() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(query));
  }

  void signInAs(String persona) {
    openLogin();
    signInFromGovBrAs(persona);
  }

  /** From gov.br's login page to wherever it leads. */
  void signInFromGovBrAs(String persona) {
    page.click(LOGIN_BUTTON.formatted(persona));
    if (awaitOneOf(CONSENT, REFUSAL)) {
      page.locator(CONSENT).all().forEach(Locator::click);
      awaitOneOf(REFUSAL);
    }
  }

  /** The same, when gov.br asks at all: a person it knows goes through without a page. */
  void finishAtGovBrIfAskedAs(String persona) {
    if (awaitOneOf(LOGIN_BUTTON.formatted(persona), REFUSAL)
        && page.locator(REFUSAL).count() == 0) {
      signInFromGovBrAs(persona);
    }
  }

  /** Waits until the application is reached or one of the pages appears; tells which. */
  private boolean awaitOneOf(String... pages) {
    Locator any = page.locator(String.join(", ", pages));
    page.waitForCondition(() -> reached != null || any.count() > 0);
    return reached == null;
  }

  /** Signs in at gov.br and catches the code on its way back. */
  String codeAtGovBrAs(String persona) {
    String caught =
        catchWayBack(
            () -> {
              page.click(LOGIN_BUTTON.formatted(persona));
              page.waitForCondition(() -> wayBack != null || page.locator(CONSENT).count() > 0);
              if (wayBack == null) {
                page.click(CONSENT);
              }
            });
    return parameter(caught, "code");
  }

  /** Takes a step that leads back from gov.br, and stops the browser before Keycloak sees it. */
  String catchWayBack(Runnable step) {
    wayBack = null;
    StoppedWayBack stopped = StoppedWayBack.in(browser, page);
    try {
      step.run();
    } catch (PlaywrightException caughtOnItsWay) {
      // The failed way back ends the navigation: that is what this is for.
      assertCaught(caughtOnItsWay);
    }
    page.waitForCondition(() -> wayBack != null);
    stopped.close();
    return wayBack;
  }

  private static void assertCaught(RuntimeException caught) {
    if (!caught.getMessage().contains("ERR_FAILED")) {
      throw caught;
    }
  }

  /** The {@code state} that Keycloak sent to gov.br for the login that is open. */
  String stateAtGovBr() {
    return parameter(requestAtGovBr, "state");
  }

  /** The address with which Keycloak sent the browser to gov.br. */
  String requestAtGovBr() {
    return requestAtGovBr;
  }

  String lastWayBackFromGovBr() {
    return wayBack;
  }

  /** Whether the browser came back to the application with a code. */
  boolean isReached() {
    return reached != null && reached.contains("code=");
  }

  /** Redeems the code. */
  JsonNode tokens() {
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            parameter(reached, "code"),
            "redirect_uri",
            CALLBACK,
            "code_verifier",
            VERIFIER));
  }

  JsonNode refreshed(JsonNode tokens) {
    return token(
        Map.of(
            "grant_type", "refresh_token", "refresh_token", tokens.path("refresh_token").asText()));
  }

  private JsonNode token(Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    form.put("client_id", CLIENT_ID);
    return system.postForm(
        system.realmUrl() + "/protocol/openid-connect/token", HttpBrowser.encoded(form));
  }

  static String parameter(String url, String name) {
    return HttpBrowser.parameter(url, name).orElseThrow();
  }

  @Override
  public void close() {
    browser.close();
  }
}
