package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.acceptance.system.TokenEndpoint;
import io.github.govbrkeycloak.model.Cpf;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One login of a person into an application of a realm, without a real browser: quick. */
final class PlainLogin {

  private static final Pattern KEYCLOAK_FORM =
      Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");
  private static final Pattern RETRY =
      Pattern.compile("id=\"govbr-tentar-de-novo\"[^>]* href=\"([^\"]+)\"");
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("GOVBR-[0-9]{3}");

  private final RunningSystem system;
  private final OwnRealm realm;
  private final HttpBrowser browser;
  private final AuthorizationRequest request = new AuthorizationRequest();
  private final PersonAtGovBr atGovBr;
  private Page page;

  private PlainLogin(RunningSystem system, OwnRealm realm, HttpBrowser browser) {
    this.system = system;
    this.realm = realm;
    this.browser = browser;
    this.atGovBr = new PersonAtGovBr(system);
    request.with("prompt", "login");
  }

  static PlainLogin into(RunningSystem system, OwnRealm realm) {
    return new PlainLogin(system, realm, new HttpBrowser());
  }

  /** Another login in the same browser, which may use the session that is there. */
  PlainLogin next() {
    PlainLogin next = new PlainLogin(system, realm, browser);
    next.inSession();
    return next;
  }

  /** The same person in the same browser goes on into another application, without signing in. */
  PlainLogin onInto(String clientId) {
    return next().of(clientId).with("prompt", "none").enter();
  }

  /** The same person goes into the same application again; gov.br asks who it is, or not. */
  Page enterAgain() {
    return inSession().open(request.to(realm), OwnRealm.CALLBACK);
  }

  /** Opens any address in the browser of the login. */
  Page open(String address, String stop) {
    page = browser.open(address, stop);
    return page;
  }

  PlainLogin of(String clientId) {
    request.of(clientId);
    return this;
  }

  PlainLogin asking(String scopes) {
    request.asking(scopes);
    return this;
  }

  PlainLogin through(String alias) {
    request.through(alias);
    return this;
  }

  /** Adds a parameter to the application's request. */
  PlainLogin with(String name, String value) {
    request.with(name, value);
    return this;
  }

  PlainLogin onBehalfOf(String persona) {
    atGovBr.actFor(persona);
    return this;
  }

  /** Goes on with the browser's session instead of signing in anew. */
  PlainLogin inSession() {
    request.without("prompt");
    return this;
  }

  PlainLogin inOwnName() {
    atGovBr.actForNobody();
    return this;
  }

  /** Signs in at gov.br by another way than the person's own, such as {@code x509_neoid}. */
  PlainLogin by(String wayAtGovBr) {
    atGovBr.come(wayAtGovBr);
    return this;
  }

  /** Starts it: Keycloak has sent the browser to gov.br. Tells Keycloak's address for the way. */
  String stateAtGovBr() {
    page = browser.open(request.to(realm), system.simulatorUrl());
    return told("state").orElseThrow();
  }

  /** What gov.br's way back answers when it is opened with any code: each serves once. */
  CompletableFuture<Page> comeBack(String state) {
    return browser.begin(
        realm.url()
            + "/broker/"
            + request.provider()
            + "/endpoint?code="
            + UUID.randomUUID()
            + "&state="
            + state);
  }

  /**
   * Signs in at gov.br and stops there; tells the address by which gov.br sends the browser back.
   */
  String wayBackAs(String persona) {
    String endpoint = realm.url() + "/broker/" + request.provider() + "/endpoint";
    page = browser.open(request.to(realm), endpoint);
    return passGovBrAs(persona, endpoint).page().url();
  }

  /** Goes all the way. */
  PlainLogin as(String persona) {
    page = browser.open(request.to(realm), OwnRealm.CALLBACK);
    return passGovBrAs(persona, OwnRealm.CALLBACK);
  }

  /** Goes all the way as the person of any CPF, whom gov.br invents. */
  PlainLogin asOwnerOf(Cpf cpf) {
    atGovBr.be(cpf);
    return as(null);
  }

  /** Signs in without gov.br, as somebody who has a password in Keycloak. */
  PlainLogin withPassword(String username, String password) {
    page = browser.open(request.to(realm).replace("kc_idp_hint=", "sem_idp="), OwnRealm.CALLBACK);
    Matcher form = KEYCLOAK_FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException("Keycloak asks for no password");
    }
    page =
        browser.submit(
            form.group(1).replace("&amp;", "&"),
            Map.of("username", username, "password", password),
            OwnRealm.CALLBACK);
    return this;
  }

  /** Opens the application; who is needed at gov.br is known there by now. */
  PlainLogin enter() {
    return as(null);
  }

  /** Submits a form of the page, and goes on from there. */
  PlainLogin submit(String action, Map<String, String> form, String persona) {
    page =
        browser.submit(
            URI.create(page.url()).resolve(action.replace("&amp;", "&")).toString(),
            form,
            OwnRealm.CALLBACK);
    return passGovBrAs(persona, OwnRealm.CALLBACK);
  }

  /** Follows the refusal's link that begins the login anew. */
  PlainLogin again() {
    return againAs((String) null);
  }

  /** The same, and a person signs in at gov.br. */
  PlainLogin againAs(String persona) {
    page = openRetryOf(page);
    return passGovBrAs(persona, OwnRealm.CALLBACK);
  }

  /** Follows the link of any refusal that begins the login anew, as far as somebody is asked. */
  Page openRetryOf(Page refused) {
    Matcher link = RETRY.matcher(refused.body());
    if (!link.find()) {
      throw new IllegalStateException("the page has no way to begin anew");
    }
    String address = link.group(1).replace("&amp;", "&");
    return browser.open(URI.create(refused.url()).resolve(address).toString(), OwnRealm.CALLBACK);
  }

  /** The same, and somebody else signs in at gov.br. */
  PlainLogin againAs(Cpf cpf) {
    atGovBr.be(cpf);
    return again();
  }

  private PlainLogin passGovBrAs(String persona, String stop) {
    page = atGovBr.pass(browser, page, persona, stop);
    return this;
  }

  /** The browser, in which the person may have a session now. */
  HttpBrowser browser() {
    return browser;
  }

  /** Goes on from a page of gov.br to which something else led. */
  Page passGovBrAs(String persona, Page opened) {
    page = opened;
    return passGovBrAs(persona, OwnRealm.CALLBACK).page();
  }

  /** Sends the form of Keycloak's page that is open. */
  PlainLogin send(Map<String, String> form) {
    return send(form, null);
  }

  /** The same, and a person signs in at gov.br. */
  PlainLogin send(Map<String, String> form, String persona) {
    Matcher action = ACTION.matcher(page.body());
    if (!action.find()) {
      throw new IllegalStateException("the page has no form");
    }
    return submit(action.group(1), form, persona);
  }

  Page page() {
    return page;
  }

  /** Whether the application was reached with a code. */
  boolean isReached() {
    return page.url().startsWith(OwnRealm.CALLBACK) && page.url().contains("code=");
  }

  /** The code on the page of a refusal. */
  static String refusal(Page page) {
    Matcher code = CODE.matcher(page.body());
    return code.find() ? code.group() : "no refusal, status " + page.status();
  }

  /** The application's tokens. */
  JsonNode tokens() {
    return tokens(page);
  }

  /** The application's tokens for a code with which it was reached in another way. */
  JsonNode tokens(Page reached) {
    page = reached;
    if (!isReached()) {
      throw new AssertionError("the application was not reached: " + refusal(page));
    }
    return tokenEndpoint().forCode(code());
  }

  /** The answer to the application's request for tokens, whatever it is. */
  JsonNode tokensOrError() {
    return tokenEndpoint().answerToCode(code());
  }

  /** The answer to a refresh: new tokens of the same session, or why not. */
  JsonNode refreshed(JsonNode tokens) {
    return tokenEndpoint().answerToRefresh(tokens);
  }

  private String code() {
    return told("code").orElseThrow();
  }

  private TokenEndpoint tokenEndpoint() {
    return new TokenEndpoint(system, realm, request.clientId());
  }

  /** The claims of the application's ID token. */
  JsonNode claims() {
    return claims(tokens());
  }

  static JsonNode claims(JsonNode tokens) {
    return Jwt.claims(tokens.path("id_token").asText());
  }

  /** What the application was told by a parameter of its address. */
  Optional<String> told(String name) {
    return HttpBrowser.parameter(page.url(), name);
  }
}
