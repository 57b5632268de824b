package io.github.govbrkeycloak.acceptance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.acceptance.system.SamlRedirect;
import io.github.govbrkeycloak.acceptance.system.TokenEndpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person with a browser of their own, who uses an application of a realm and does what the pages
 * ask, without a real browser: quick. Where they end is the {@link #page()}.
 */
final class PersonAtStep {

  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("<a [^>]*>");
  private static final Pattern HREF = Pattern.compile(" href=\"([^\"]+)\"");
  private static final Pattern ASSERTION =
      Pattern.compile("name=\"SAMLResponse\" value=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPANY =
      Pattern.compile("name=\"cnpj\" id=\"[^\"]+\" value=\"([^\"]+)\"");
  private static final Pattern REFUSAL = Pattern.compile("GOVBR-[0-9]{3}");
  private static final int MOST_PAGES = 10;

  private final RunningSystem system;
  private final OwnRealm realm;
  private final String persona;
  private final HttpBrowser browser = new HttpBrowser();
  private String application = OwnRealm.APPLICATION;
  private Page page;

  private PersonAtStep(RunningSystem system, OwnRealm realm, String persona) {
    this.system = system;
    this.realm = realm;
    this.persona = persona;
  }

  static PersonAtStep of(RunningSystem system, OwnRealm realm, String persona) {
    return new PersonAtStep(system, realm, persona);
  }

  /** Opens the application, which sends them to Keycloak; ends where somebody asks something. */
  PersonAtStep use(Map<String, String> parameters) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", application);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", OwnRealm.CALLBACK);
    query.put("state", "da-aplicacao");
    query.put("kc_idp_hint", "govbr");
    query.putAll(parameters);
    return open(realm.url() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(query));
  }

  PersonAtStep use() {
    return use(Map.of());
  }

  PersonAtStep useAnother(String clientId, Map<String, String> parameters) {
    application = clientId;
    return use(parameters);
  }

  /** Opens a SAML application, which sends them to Keycloak with an {@code AuthnRequest}. */
  PersonAtStep useSaml(String entity, String relayState) {
    return useSaml(entity, relayState, "");
  }

  /** The same, with what the request says after its issuer. */
  PersonAtStep useSaml(String entity, String relayState, String more) {
    String request =
        """
        <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_pedido" \
        Version="2.0" IssueInstant="%s" AssertionConsumerServiceURL="%sacs" \
        ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">\
        <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>\
        %s</samlp:AuthnRequest>"""
            .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), entity, entity, more);
    return open(
        realm.url()
            + "/protocol/saml?"
            + HttpBrowser.encoded(
                Map.of("SAMLRequest", SamlRedirect.deflated(request), "RelayState", relayState)));
  }

  PersonAtStep open(String url) {
    page = browser.open(url, OwnRealm.CALLBACK);
    return signInAtGovBr(persona);
  }

  /** Opens an address and does nothing there, not even sign in at gov.br. */
  PersonAtStep look(String url) {
    page = browser.open(url, OwnRealm.CALLBACK);
    return this;
  }

  /** Answers gov.br's pages of login and consent, as long as they come. */
  private PersonAtStep signInAtGovBr(String who) {
    for (int pages = 0; isAtGovBr() && !isAtCatalogue(); pages++) {
      if (pages == MOST_PAGES) {
        throw new IllegalStateException("gov.br shows page after page");
      }
      Map<String, String> form = new LinkedHashMap<>();
      form.put("_csrf", found(CSRF).orElseThrow());
      if (page.body().contains("name=\"persona\"")) {
        form.put("persona", system.govBr().persona(who).cpf());
      } else {
        form.put("operation", "authorize");
      }
      page = browser.submit(page.url(), form, OwnRealm.CALLBACK);
    }
    return this;
  }

  /** Changes their mind at gov.br's login. */
  PersonAtStep cancelAtGovBr() {
    Map<String, String> form = Map.of("_csrf", found(CSRF).orElseThrow(), "operation", "cancel");
    page = browser.submit(page.url(), form, OwnRealm.CALLBACK);
    return this;
  }

  /** Presses a button of the page of the step. */
  PersonAtStep press(String name, String value) {
    String action = found(FORM).orElseThrow(() -> new AssertionError("no form: " + page));
    page =
        browser.submit(
            URI.create(page.url()).resolve(action.replace("&amp;", "&")).toString(),
            Map.of(name, value),
            OwnRealm.CALLBACK);
    return signInAtGovBr(persona);
  }

  /** Presses the button of an id, which sends what the page says. */
  PersonAtStep pressButton(String id) {
    Matcher button =
        Pattern.compile("<button id=\"" + id + "\"[^>]* name=\"([^\"]*)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    if (!button.find()) {
      throw new AssertionError("no button " + id + " on " + page);
    }
    return press(button.group(1), button.group(2));
  }

  /** Chooses a company from the list, by its place from 0. */
  PersonAtStep chooseCompany(int place) {
    String cnpj =
        COMPANY.matcher(page.body()).results().skip(place).findFirst().orElseThrow().group(1);
    String action = found(FORM).orElseThrow();
    return post(
        URI.create(page.url()).resolve(action.replace("&amp;", "&")).toString(),
        Map.of("acao", "escolher", "cnpj", cnpj));
  }

  /** Posts a form as a page of another site could. */
  PersonAtStep post(String url, Map<String, String> form) {
    page = browser.submit(url, form, OwnRealm.CALLBACK);
    return this;
  }

  /** Presses "Aumentar meu nível no gov.br": gov.br's catalogue opens, or is through at once. */
  PersonAtStep goUp() {
    return press("acao", "subir");
  }

  /** At the catalogue: gets a seal. */
  PersonAtStep obtain(String seal) {
    return atCatalogue(Map.of("via", seal, "operation", "succeed"));
  }

  /** At the catalogue: tries to get a seal in vain, and goes back to the service. */
  PersonAtStep failAndReturn(String seal) {
    return atCatalogue(Map.of("via", seal, "operation", "fail")).giveUpAtCatalogue();
  }

  /** At the catalogue: goes back to the service. */
  PersonAtStep giveUpAtCatalogue() {
    return atCatalogue(Map.of("operation", "cancel"));
  }

  private PersonAtStep atCatalogue(Map<String, String> choice) {
    if (!isAtCatalogue()) {
      throw new AssertionError("not at the catalogue but at " + page.url());
    }
    Map<String, String> form = new LinkedHashMap<>(choice);
    form.put("_csrf", found(CSRF).orElseThrow());
    page =
        browser.submit(
            URI.create(page.url())
                .resolve(found(FORM).orElseThrow().replace("&amp;", "&"))
                .toString(),
            form,
            OwnRealm.CALLBACK);
    return signInAtGovBr(persona);
  }

  /** Follows a link of the page by its id. */
  PersonAtStep follow(String id) {
    String address =
        LINK.matcher(page.body())
            .results()
            .map(MatchResult::group)
            .filter(link -> link.contains(" id=\"" + id + "\""))
            .flatMap(link -> HREF.matcher(link).results())
            .map(href -> href.group(1).replace("&amp;", "&"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no link " + id + " on " + page));
    return open(URI.create(page.url()).resolve(address).toString());
  }

  /** The same person at the same browser, as if somebody else sat there. */
  PersonAtStep asSomebodyElse(String otherPersona) {
    PersonAtStep other = new PersonAtStep(system, realm, otherPersona);
    other.browser.takeCookiesOf(browser);
    other.application = application;
    other.page = page;
    return other;
  }

  /** Their browser no longer knows the login that is under way, as when it has gone with time. */
  PersonAtStep forgetLogin() {
    browser.forget(realm.url(), "AUTH_SESSION_ID");
    return this;
  }

  Page page() {
    return page;
  }

  boolean isAtGovBr() {
    return page.url().startsWith(system.simulatorUrl());
  }

  boolean isAtCatalogue() {
    return page.url().startsWith(system.simulatorUrl() + "/catalogo/");
  }

  /** Whether the page of the step is in front of them. */
  boolean isAsked() {
    return page.body().contains("id=\"govbr-nivel\"");
  }

  boolean isToldThatNothingChanged() {
    return page.body().contains("id=\"govbr-nivel-igual\"");
  }

  /** The code of the refusal in front of them; empty when there is none. */
  Optional<String> refusal() {
    return REFUSAL.matcher(page.body()).results().map(found -> found.group()).findFirst();
  }

  /** What the application is told, of its answer's parameters. */
  Optional<String> told(String parameter) {
    if (!page.url().startsWith(OwnRealm.CALLBACK)) {
      throw new AssertionError("the application was not reached but " + page.url() + refusal());
    }
    return HttpBrowser.parameter(page.url(), parameter);
  }

  /** What a SAML application is posted: the answer in XML; empty when it is not reached. */
  Optional<String> samlAnswer() {
    return found(ASSERTION)
        .map(encoded -> encoded.replace("&#13;", "").replace("&#xa;", "").replace("&#10;", ""))
        .map(encoded -> Base64.getMimeDecoder().decode(encoded))
        .map(xml -> new String(xml, StandardCharsets.UTF_8));
  }

  /** The claims of the ID token that the application gets. */
  JsonNode claims() {
    return Jwt.claims(tokens().path("id_token").asText());
  }

  JsonNode tokens() {
    return new TokenEndpoint(system, realm, application)
        .forCode(told("code").orElseThrow(() -> new AssertionError("no code: " + page.url())));
  }

  private Optional<String> found(Pattern pattern) {
    Matcher matcher = pattern.matcher(page.body());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
