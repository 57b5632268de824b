package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A realm with applications of every kind to sign out of, for the time of a test class. */
final class SignOutRealm implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  static final String FIRST = "primeira";
  static final String SECOND = "segunda";
  static final String FIRST_LANDING = "http://primeira.localhost/saiu";
  static final String SECOND_LANDING = "http://segunda.localhost/saiu";
  static final String FRAMED = "com-quadro";
  static final String FRAMED_LANDING = "http://com-quadro.localhost/saiu";
  static final String FRAMED_LOGOUT = "http://com-quadro.localhost/encerra";
  static final String SAML_APPLICATION = "http://saml.localhost/";
  static final String SAML_LANDING = SAML_APPLICATION + "saiu";

  /**
   * It names its page without scheme and host, which Keycloak takes from its root URL, where an
   * application may name any.
   */
  static final String RELATIVE = "relativa";

  static final String RELATIVE_HOME = "http://relativa.localhost";
  static final String RELATIVE_LANDING = "/saiu";

  /** It gets a {@code sub} of its own for each person. */
  static final String PAIRWISE = "com-sub-proprio";

  static final String PAIRWISE_LANDING = "http://com-sub-proprio.localhost/saiu";
  private static final Pattern BACK = Pattern.compile("id=\"govbr-voltar\" href=\"([^\"]+)\"");
  private static final String ACCOUNT = "account-console";

  private final RunningSystem system;
  private OwnRealm realm;
  private LogoutListener listener;

  SignOutRealm(RunningSystem system) {
    this.system = system;
  }

  /** Creates it; Keycloak tells the second application's server of logouts. */
  @Override
  public void beforeAll(ExtensionContext tests) {
    listener = LogoutListener.start();
    realm = OwnRealm.create(system, "saidas", Map.of());
    realm.admin().post("/clients", application(FIRST, FIRST_LANDING, Map.of()));
    realm
        .admin()
        .post(
            "/clients",
            application(SECOND, SECOND_LANDING, Map.of("backchannel.logout.url", listener.url())));
    realm.admin().post("/clients", framedApplication());
    realm.admin().post("/clients", samlApplication());
    realm.admin().post("/clients", relativeApplication());
    realm.admin().post("/clients", pairwiseApplication());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    system.govBr().behaveNormally();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    realm.close();
    listener.close();
  }

  /** Signs a person in to the first application, in a new browser. */
  PlainLogin signIn() {
    system.govBr().behaveNormally();
    system.govBr().forgetEverybody();
    return PlainLogin.into(system, realm).of(FIRST).as("cin");
  }

  /** Goes on into the SAML application in the browser of a login. */
  void enterSamlApplication(PlainLogin login) {
    assertThat(openSamlApplication(login).body()).contains("SAMLResponse");
  }

  /** What the browser gets there: an assertion, if the person has a session. */
  Page openSamlApplication(PlainLogin login) {
    return login.open(realm.url() + "/protocol/saml/clients/aplicacao-saml", SAML_APPLICATION);
  }

  /** gov.br's session is over: whoever enters again is asked. */
  static void assertThatGovBrAsksWhoItIs(PlainLogin login) {
    assertThat(login.enterAgain().body())
        .as("gov.br asks who it is")
        .contains("name=\"accountId\"");
  }

  /** Follows the link of GOVBR-602's page that leads back to the application. */
  static Page goBack(PlainLogin login) {
    Matcher back = BACK.matcher(login.page().body());
    assertThat(back.find()).as("a link back").isTrue();
    return login.open(back.group(1), FIRST_LANDING);
  }

  OwnRealm realm() {
    return realm;
  }

  /** How many logouts the second application's server has been told of. */
  int logouts() {
    return listener.logouts();
  }

  private static Map<String, Object> application(
      String clientId, String landing, Map<String, String> more) {
    Map<String, String> attributes = new HashMap<>(more);
    attributes.put("post.logout.redirect.uris", landing);
    return Map.of(
        "clientId",
        clientId,
        "publicClient",
        true,
        "redirectUris",
        List.of(OwnRealm.CALLBACK),
        "attributes",
        attributes,
        "defaultClientScopes",
        List.of("basic", "acr", "govbr"));
  }

  /** It is told of logouts by a frame in the browser (OpenID Connect Front-Channel Logout). */
  private static Map<String, Object> framedApplication() {
    Map<String, Object> framed =
        new HashMap<>(
            application(FRAMED, FRAMED_LANDING, Map.of("frontchannel.logout.url", FRAMED_LOGOUT)));
    framed.put("frontchannelLogout", true);
    return framed;
  }

  private static Map<String, Object> relativeApplication() {
    Map<String, Object> relative = new HashMap<>(application(RELATIVE, "*", Map.of()));
    relative.put("rootUrl", RELATIVE_HOME);
    return relative;
  }

  private static Map<String, Object> pairwiseApplication() {
    Map<String, Object> pairwise = new HashMap<>(application(PAIRWISE, PAIRWISE_LANDING, Map.of()));
    pairwise.put(
        "protocolMappers",
        List.of(
            Map.of(
                "name",
                "sub-proprio",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-sha256-pairwise-sub-mapper",
                "config",
                Map.of("pairwiseSubAlgorithmSalt", "sal-de-teste"))));
    return pairwise;
  }

  private static Map<String, Object> samlApplication() {
    return Map.of(
        "clientId",
        SAML_APPLICATION,
        "protocol",
        "saml",
        "baseUrl",
        SAML_APPLICATION,
        "redirectUris",
        List.of(SAML_APPLICATION + "*"),
        "frontchannelLogout",
        true,
        "attributes",
        Map.of(
            "saml.client.signature", "false",
            "saml.server.signature", "false",
            "saml_idp_initiated_sso_url_name", "aplicacao-saml",
            "saml_assertion_consumer_url_post", SAML_APPLICATION + "acs",
            "saml_single_logout_service_url_redirect", SAML_LANDING),
        "defaultClientScopes",
        List.of());
  }

  /** The tokens of Keycloak's own account pages, for a person who has signed in. */
  JsonNode tokensOfAccountPages(PlainLogin login, String home) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("client_id", ACCOUNT);
    request.put("response_type", "code");
    request.put("scope", "openid");
    request.put("redirect_uri", home);
    request.put("code_challenge", TestApplication.CHALLENGE);
    request.put("code_challenge_method", "S256");
    String code =
        TestApplication.parameter(
            login
                .open(
                    realm.url() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(request),
                    home)
                .url(),
            "code");
    return system.postForm(
        realm.url() + "/protocol/openid-connect/token",
        HttpBrowser.encoded(
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                ACCOUNT,
                "code",
                code,
                "redirect_uri",
                home,
                "code_verifier",
                TestApplication.VERIFIER)));
  }

  /** Where gov.br sends the browser after a logout. */
  String wayBack() {
    return realm.url() + "/broker/govbr/endpoint/logout_response";
  }

  /** Where an application sends the browser to sign somebody out. */
  String logout(String landing, JsonNode tokensOfApplication) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id_token_hint", tokensOfApplication.path("id_token").asText());
    query.put("post_logout_redirect_uri", landing);
    query.put("state", "da-saida");
    return realm.url() + "/protocol/openid-connect/logout?" + HttpBrowser.encoded(query);
  }

  /** Whether an application can still refresh its tokens. */
  boolean isAlive(String clientId, JsonNode tokensOfApplication) {
    return system
        .tryPostForm(
            realm.url() + "/protocol/openid-connect/token",
            HttpBrowser.encoded(
                Map.of(
                    "grant_type",
                    "refresh_token",
                    "client_id",
                    clientId,
                    "refresh_token",
                    tokensOfApplication.path("refresh_token").asText())))
        .has("access_token");
  }
}
