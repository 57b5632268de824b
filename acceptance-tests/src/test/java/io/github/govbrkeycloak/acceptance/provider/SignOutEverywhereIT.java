package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Signing out of any application")
class SignOutEverywhereIT {

  private static final String FIRST = "primeira";
  private static final String SECOND = "segunda";
  private static final String FIRST_LANDING = "http://primeira.localhost/saiu";
  private static final String SECOND_LANDING = "http://segunda.localhost/saiu";
  private static final String SAML_APPLICATION = "http://saml.localhost/";
  private static final String SAML_LANDING = SAML_APPLICATION + "saiu";
  private static final String ACCOUNT = "account-console";
  private static final Pattern BACK = Pattern.compile("id=\"govbr-voltar\" href=\"([^\"]+)\"");

  private static RunningSystem system;
  private static GovBr govBr;
  private static OwnRealm realm;
  private static LogoutListener listener;

  private PlainLogin login;
  private JsonNode tokens;
  private int logoutsBefore;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    govBr = system.govBr();
    listener = LogoutListener.start();
    realm = OwnRealm.create(system, "saidas", Map.of());
    realm.admin().post("/clients", application(FIRST, FIRST_LANDING, Map.of()));
    realm
        .admin()
        .post(
            "/clients",
            application(SECOND, SECOND_LANDING, Map.of("backchannel.logout.url", listener.url())));
    realm.admin().post("/clients", samlApplication());
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
    listener.close();
  }

  @BeforeEach
  void signInToBoth() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    login = PlainLogin.into(system, realm).of(FIRST).as("cin");
    tokens = login.tokens();
    logoutsBefore = listener.logouts();
  }

  @AfterEach
  void behaveNormally() {
    govBr.behaveNormally();
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

  @Test
  @DisplayName("ends gov.br's session and lands on that application's page")
  void landsOnTheApplication() {
    Page page = login.open(logout(FIRST_LANDING, tokens), FIRST_LANDING);

    assertThat(page.url()).isEqualTo(FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
    assertThatGovBrAsksWhoItIs();
  }

  @Test
  @DisplayName("signs the person out of the others, and tells them")
  void tellsTheOthers() {
    JsonNode others = login.onInto(SECOND).tokens();

    login.open(logout(FIRST_LANDING, tokens), FIRST_LANDING);

    assertThat(listener.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(isAlive(SECOND, others)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=qualquer", "state=", "state=a&state=b", "state=%3Cscript%3E"})
  @DisplayName("lands there, too, when the way back brings a state")
  void landsWithAnyState(String state) {
    Page atGovBr = login.open(logout(FIRST_LANDING, tokens), system.simulatorUrl());

    Page page = login.open(wayBack() + "?" + state, FIRST_LANDING);

    assertThat(atGovBr.url()).startsWith(system.simulatorUrl() + "/logout?");
    assertThat(page.url()).isEqualTo(FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
  }

  @Test
  @DisplayName("lands there, too, when all of Keycloak's own cookies are gone")
  void landsWithoutKeycloaksCookies() {
    login.open(logout(FIRST_LANDING, tokens), system.simulatorUrl());
    login.browser().forgetCookies(system.keycloakUrl(), "GOVBR_LOGOUT");

    Page page = login.open(wayBack(), FIRST_LANDING);

    assertThat(page.url()).isEqualTo(FIRST_LANDING + "?state=da-saida");
    assertThat(isAlive(FIRST, tokens)).isFalse();
  }

  @Test
  @DisplayName("says that it is done when no cookie is left at all")
  void saysThatItIsDone() {
    login.open(logout(FIRST_LANDING, tokens), system.simulatorUrl());
    login.browser().forgetCookies(system.keycloakUrl(), "none");

    Page page = login.open(wayBack(), FIRST_LANDING);

    assertThat(page.body()).contains("Você saiu");
    assertThat(isAlive(FIRST, tokens)).isFalse();
  }

  @Test
  @DisplayName("counts although gov.br does not send the person back")
  void countsAlthoughNobodyComesBack() {
    JsonNode others = login.onInto(SECOND).tokens();

    Page page = login.open(logout(FIRST_LANDING, tokens), system.simulatorUrl());

    assertThat(page.url()).startsWith(system.simulatorUrl());
    assertThat(listener.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(isAlive(FIRST, tokens)).isFalse();
    assertThat(isAlive(SECOND, others)).isFalse();
    assertThatKeycloakKnowsNobody();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fora-do-ar", "conexao-reiniciada", "nunca-responde"})
  @DisplayName("says so when gov.br does not answer, and still lands there")
  void saysThatGovBrDoesNotAnswer(String behaviour) {
    JsonNode others = login.onInto(SECOND).tokens();
    govBr.behave(behaviour, Map.of("endpoint", "logout"));

    Page page = login.open(logout(FIRST_LANDING, tokens), FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-602");
    assertThat(page.body()).contains(system.simulatorUrl() + "/logout?");
    assertThat(listener.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(isAlive(SECOND, others)).isFalse();
    assertThatKeycloakKnowsNobody();
    Matcher back = BACK.matcher(page.body());
    assertThat(back.find()).isTrue();
    assertThat(login.open(back.group(1), FIRST_LANDING).url())
        .isEqualTo(FIRST_LANDING + "?state=da-saida");
  }

  @Test
  @DisplayName("lands there when Keycloak's session had ended before")
  void landsAfterTheSessionHasEnded() {
    realm.admin().delete("/sessions/" + PlainLogin.claims(tokens).path("sid").asText());

    Page page = login.open(logout(FIRST_LANDING, tokens), FIRST_LANDING);

    assertThat(page.url()).isEqualTo(FIRST_LANDING + "?state=da-saida");
  }

  @Test
  @DisplayName("works in two tabs at the same time")
  void worksInTwoTabs() {
    login.onInto(SECOND);
    login.open(logout(FIRST_LANDING, tokens), system.simulatorUrl());
    Page second = login.open(logout(FIRST_LANDING, tokens), FIRST_LANDING);

    Page first = login.open(wayBack(), FIRST_LANDING);
    Page firstAgain = login.open(wayBack(), FIRST_LANDING);

    assertThat(List.of(first, firstAgain, second))
        .extracting(Page::url)
        .containsOnly(FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
  }

  @Test
  @DisplayName("works in two tabs of two applications")
  void worksInTwoApplications() {
    JsonNode others = login.onInto(SECOND).tokens();
    login.open(logout(FIRST_LANDING, tokens), system.simulatorUrl());
    Page second = login.open(logout(SECOND_LANDING, others), SECOND_LANDING);

    Page first = login.open(wayBack(), FIRST_LANDING);

    assertThat(second.url()).startsWith(SECOND_LANDING);
    assertThat(first.url()).isEqualTo(FIRST_LANDING + "?state=da-saida");
    assertThat(isAlive(SECOND, others)).isFalse();
  }

  @Test
  @DisplayName("works from an application that speaks SAML")
  void worksFromSaml() {
    JsonNode others = login.onInto(SECOND).tokens();
    enterSamlApplication();

    Page page = login.open(SamlLogout.request(realm.url(), SAML_APPLICATION), SAML_LANDING);

    assertThat(page.url()).startsWith(SAML_LANDING + "?SAMLResponse=");
    assertThat(listener.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(isAlive(SECOND, others)).isFalse();
    assertThatKeycloakKnowsNobody();
    assertThatGovBrAsksWhoItIs();
  }

  @Test
  @DisplayName("tells an application that speaks SAML through the browser")
  void tellsSaml() {
    enterSamlApplication();

    Page page = login.open(logout(FIRST_LANDING, tokens), SAML_LANDING);

    assertThat(page.url()).startsWith(SAML_LANDING + "?SAMLRequest=");
    Page landed =
        login.open(SamlLogout.response(realm.url(), SAML_APPLICATION, page.url()), FIRST_LANDING);
    assertThat(landed.url()).isEqualTo(FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
  }

  @Test
  @DisplayName("works from Keycloak's own account pages")
  void worksFromTheAccountPages() {
    String home = realm.url() + "/account/";
    JsonNode own = tokensOfAccountPages(home);

    Page page = login.open(logout(home, own), home);

    assertThat(page.url()).startsWith(home);
    assertThatKeycloakKnowsNobody();
    assertThatGovBrAsksWhoItIs();
  }

  @Test
  @DisplayName("cannot be done to somebody else by a link, not even while it is under way")
  void nobodyElseCanEndIt() {
    String session = PlainLogin.claims(tokens).path("sid").asText();
    PlainLogin stranger = PlainLogin.into(system, realm).of(SECOND).as("ouro-otp");
    JsonNode strangers = stranger.tokens();

    Page page = stranger.open(wayBack() + "?state=" + session, FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-601");
    assertThat(isAlive(SECOND, strangers)).isTrue();
    assertThat(isAlive(FIRST, tokens)).isTrue();
  }

  private void enterSamlApplication() {
    Page page = login.open(realm.url() + "/protocol/saml/clients/aplicacao-saml", SAML_APPLICATION);
    assertThat(page.body()).contains("SAMLResponse");
  }

  private JsonNode tokensOfAccountPages(String home) {
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

  private String wayBack() {
    return realm.url() + "/broker/govbr/endpoint/logout_response";
  }

  private String logout(String landing, JsonNode tokensOfApplication) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id_token_hint", tokensOfApplication.path("id_token").asText());
    query.put("post_logout_redirect_uri", landing);
    query.put("state", "da-saida");
    return realm.url() + "/protocol/openid-connect/logout?" + HttpBrowser.encoded(query);
  }

  private boolean isAlive(String clientId, JsonNode tokensOfApplication) {
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

  /** Asked without a page, Keycloak says that nobody is signed in. */
  private void assertThatKeycloakKnowsNobody() {
    assertThat(login.onInto(FIRST).page().url()).contains("error=login_required");
    assertThat(isAlive(FIRST, tokens)).isFalse();
  }

  private void assertThatGovBrAsksWhoItIs() {
    assertThat(login.enterAgain().body()).contains("name=\"accountId\"");
  }
}
