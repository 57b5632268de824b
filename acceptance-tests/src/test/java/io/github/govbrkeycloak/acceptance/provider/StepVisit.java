package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.Persona;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One tab of a browser in which somebody signed in and is sent through a step now. */
final class StepVisit {

  private static final Pattern FORM =
      Pattern.compile("<form id=\"govbr-etapa\"[^>]* action=\"([^\"]+)\"");
  private static final Pattern COMPANIES =
      Pattern.compile("<form id=\"govbr-empresa-escolha\"[^>]* action=\"([^\"]+)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final OwnRealm realm;
  private final PlainLogin login;
  private final HttpBrowser browser;
  private Page page;

  private StepVisit(OwnRealm realm, PlainLogin login) {
    this.realm = realm;
    this.login = login;
    this.browser = login.browser();
  }

  /** A tab in the browser of a login. */
  static StepVisit after(OwnRealm realm, PlainLogin login) {
    return new StepVisit(realm, login);
  }

  /** The tab of a login that was stopped by a step. */
  static StepVisit at(OwnRealm realm, PlainLogin login) {
    StepVisit visit = new StepVisit(realm, login);
    visit.page = login.page();
    return visit;
  }

  /** The application asks for a step: its page opens, or the application when nothing is to do. */
  StepVisit start(String action) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", OwnRealm.APPLICATION);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", OwnRealm.CALLBACK);
    query.put("state", "da-aplicacao");
    query.put("kc_action", action);
    String address = realm.url() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(query);
    page = browser.open(address, OwnRealm.CALLBACK);
    return this;
  }

  /** "Continuar no gov.br", or "Tentar de novo". */
  StepVisit goOn() {
    return submitStep(Map.of());
  }

  /** "Voltar". */
  StepVisit giveUp() {
    return submitStep(Map.of("cancel-aia", "true"));
  }

  /** Chooses the first company of the list. */
  StepVisit chooseCompany() {
    return submit(COMPANIES, CompanyRealm.choosing(CompanyRealm.offered(page).get(0)));
  }

  private StepVisit submitStep(Map<String, String> form) {
    return submit(FORM, form);
  }

  private StepVisit submit(Pattern shown, Map<String, String> form) {
    Matcher action = shown.matcher(page.body());
    if (!action.find()) {
      throw new AssertionError("no page of a step: " + PlainLogin.refusal(page));
    }
    page = browser.submit(action.group(1).replace("&amp;", "&"), form, OwnRealm.CALLBACK);
    return this;
  }

  /** Types a password at gov.br, which knows who is signed in, and comes back. */
  StepVisit typePassword(String password) {
    page = answerGovBr(Map.of("password", password), OwnRealm.CALLBACK);
    return this;
  }

  /** Types CPF and password at gov.br, which knows nobody, and comes back. */
  StepVisit typePasswordOf(Persona persona) {
    page =
        answerGovBr(
            Map.of("accountId", persona.cpf(), "password", persona.senha()), OwnRealm.CALLBACK);
    return this;
  }

  /** Types a password at gov.br; tells the address of the way back, which is not opened. */
  String wayBackWith(String password) {
    return answerGovBr(Map.of("password", password), realm.url() + "/broker/").url();
  }

  /** "Cancelar" at gov.br. */
  StepVisit cancelAtGovBr() {
    page = answerGovBr(Map.of("operation", "cancel"), OwnRealm.CALLBACK);
    return this;
  }

  private Page answerGovBr(Map<String, String> answer, String stop) {
    Matcher csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new AssertionError("no page of gov.br: " + PlainLogin.refusal(page));
    }
    Map<String, String> form = new LinkedHashMap<>(answer);
    form.put("_csrf", csrf.group(1));
    return browser.submit(page.url(), form, stop);
  }

  /** Passes the pages of gov.br's login, and comes back. */
  StepVisit signInAtGovBrAs(String persona) {
    page = login.passGovBrAs(persona, page);
    return this;
  }

  /** Opens an address in this tab. */
  StepVisit open(String url) {
    page = browser.open(url, OwnRealm.CALLBACK);
    return this;
  }

  /** Follows the refusal's link that begins the login anew. */
  StepVisit tryAgain() {
    page = login.openRetryOf(page);
    return this;
  }

  /** Where the tab is. */
  Page page() {
    return page;
  }

  /** Sees a page again that was shown before: "back" in the browser. */
  StepVisit backTo(Page before) {
    page = before;
    return this;
  }

  /** Whether the companies to choose from are in front of the person. */
  boolean isCompanyList() {
    return COMPANIES.matcher(page.body()).find();
  }

  boolean isStepPage() {
    return page.body().contains("id=\"govbr-etapa\"");
  }

  /** The code of what went wrong, on the page. */
  String refusal() {
    return PlainLogin.refusal(page);
  }

  /** How Keycloak tells the application that it ended. */
  String status() {
    return page.url().startsWith(OwnRealm.CALLBACK)
        ? HttpBrowser.parameter(page.url(), "kc_action_status").orElse("none")
        : "not back: " + URI.create(page.url()).getPath() + " " + refusal();
  }

  /** The tokens with which the application goes on. */
  JsonNode tokens() {
    return login.tokens(page);
  }

  /** The claim {@code govbr} with which the application goes on. */
  JsonNode govBr() {
    return Jwt.claims(tokens().path("id_token").asText()).path("govbr");
  }
}
