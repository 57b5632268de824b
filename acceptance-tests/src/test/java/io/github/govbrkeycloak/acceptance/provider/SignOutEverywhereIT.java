package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Signing out of any application")
class SignOutEverywhereIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  @RegisterExtension private static final SignOutRealm applications = new SignOutRealm(SYSTEM);

  private PlainLogin login;
  private JsonNode tokens;
  private int logoutsBefore;

  @BeforeEach
  void signIn() {
    login = applications.signIn();
    tokens = login.tokens();
    logoutsBefore = applications.logouts();
  }

  @Test
  @DisplayName("ends gov.br's session and lands on that application's page")
  void landsOnTheApplication() {
    Page page =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);

    assertThat(page.url()).isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("signs the person out of the others, and tells them")
  void tellsTheOthers() {
    JsonNode others = login.onInto(SignOutRealm.SECOND).tokens();

    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);

    assertThat(applications.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(applications.isAlive(SignOutRealm.SECOND, others)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=qualquer", "state=", "state=a&state=b", "state=%3Cscript%3E"})
  @DisplayName("lands there, too, when the way back brings a state")
  void landsWithAnyState(String state) {
    Page atGovBr =
        login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());

    Page page = login.open(applications.wayBack() + "?" + state, SignOutRealm.FIRST_LANDING);

    assertThat(atGovBr.url()).startsWith(SYSTEM.simulatorUrl() + "/logout?");
    assertThat(page.url()).isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
  }

  @Test
  @DisplayName("lands there, too, when all of Keycloak's own cookies are gone")
  void landsWithoutKeycloaksCookies() {
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    login.browser().forgetCookies(SYSTEM.keycloakUrl(), "GOVBR_LOGOUT");

    Page page = login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(page.url()).isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
  }

  @Test
  @DisplayName("says that it is done when no cookie is left at all")
  void saysThatItIsDone() {
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    login.browser().forgetCookies(SYSTEM.keycloakUrl(), "none");

    Page page = login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(page.body()).contains("Você saiu");
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
  }

  @Test
  @DisplayName("counts although gov.br does not send the person back")
  void countsAlthoughNobodyComesBack() {
    JsonNode others = login.onInto(SignOutRealm.SECOND).tokens();

    Page page =
        login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());

    assertThat(page.url()).startsWith(SYSTEM.simulatorUrl());
    assertThat(applications.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
    assertThat(applications.isAlive(SignOutRealm.SECOND, others)).isFalse();
    assertThatKeycloakKnowsNobody();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fora-do-ar", "conexao-reiniciada", "nunca-responde"})
  @DisplayName("says so when gov.br does not answer, and still lands there")
  void saysThatGovBrDoesNotAnswer(String behaviour) {
    JsonNode others = login.onInto(SignOutRealm.SECOND).tokens();
    GOV_BR.behave(behaviour, Map.of("endpoint", "logout"));

    Page page =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-602");
    assertThatAnEventTells("GOVBR-602", tokens);
    assertThat(page.body()).contains(SYSTEM.simulatorUrl() + "/logout?");
    assertThat(applications.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(applications.isAlive(SignOutRealm.SECOND, others)).isFalse();
    assertThatKeycloakKnowsNobody();
    assertThat(SignOutRealm.goBack(login).url())
        .isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
  }

  @Test
  @DisplayName("lands there when Keycloak's session had ended before")
  void landsAfterTheSessionHasEnded() {
    applications
        .realm()
        .admin()
        .delete("/sessions/" + PlainLogin.claims(tokens).path("sid").asText());

    Page page =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);

    assertThat(page.url()).isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
  }

  @Test
  @DisplayName("works in two tabs at the same time")
  void worksInTwoTabs() {
    login.onInto(SignOutRealm.SECOND);
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    Page second =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);

    Page first = login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);
    Page firstAgain = login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(List.of(first, firstAgain, second))
        .extracting(Page::url)
        .containsOnly(SignOutRealm.FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
  }

  @Test
  @DisplayName("works in two tabs of two applications")
  void worksInTwoApplications() {
    JsonNode others = login.onInto(SignOutRealm.SECOND).tokens();
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    Page second =
        login.open(
            applications.logout(SignOutRealm.SECOND_LANDING, others), SignOutRealm.SECOND_LANDING);

    Page first = login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(second.url()).startsWith(SignOutRealm.SECOND_LANDING);
    assertThat(first.url()).isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
    assertThat(applications.isAlive(SignOutRealm.SECOND, others)).isFalse();
  }

  @Test
  @DisplayName("works from an application that speaks SAML")
  void worksFromSaml() {
    JsonNode others = login.onInto(SignOutRealm.SECOND).tokens();
    applications.enterSamlApplication(login);

    Page page =
        login.open(
            SamlLogout.request(applications.realm().url(), SignOutRealm.SAML_APPLICATION),
            SignOutRealm.SAML_LANDING);

    assertThat(page.url()).startsWith(SignOutRealm.SAML_LANDING + "?SAMLResponse=");
    assertThat(applications.logouts()).isEqualTo(logoutsBefore + 1);
    assertThat(applications.isAlive(SignOutRealm.SECOND, others)).isFalse();
    assertThatKeycloakKnowsNobody();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("tells an application that speaks SAML through the browser")
  void tellsSaml() {
    applications.enterSamlApplication(login);

    Page page =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.SAML_LANDING);

    assertThat(page.url()).startsWith(SignOutRealm.SAML_LANDING + "?SAMLRequest=");
    Page landed =
        login.open(
            SamlLogout.response(
                applications.realm().url(), SignOutRealm.SAML_APPLICATION, page.url()),
            SignOutRealm.FIRST_LANDING);
    assertThat(landed.url()).isEqualTo(SignOutRealm.FIRST_LANDING + "?state=da-saida");
    assertThatKeycloakKnowsNobody();
  }

  @Test
  @DisplayName("works from Keycloak's own account pages")
  void worksFromTheAccountPages() {
    String home = applications.realm().url() + "/account/";
    JsonNode own = applications.tokensOfAccountPages(login, home);

    Page page = login.open(applications.logout(home, own), home);

    assertThat(page.url()).startsWith(home);
    assertThatKeycloakKnowsNobody();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("cannot be done to somebody else by a link, not even while it is under way")
  void nobodyElseCanEndIt() {
    String session = PlainLogin.claims(tokens).path("sid").asText();
    PlainLogin stranger =
        PlainLogin.into(SYSTEM, applications.realm()).of(SignOutRealm.SECOND).as("ouro-otp");
    JsonNode strangers = stranger.tokens();

    Page page =
        stranger.open(applications.wayBack() + "?state=" + session, SignOutRealm.FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-601");
    assertThatAnEventTells("GOVBR-601", strangers);
    assertThat(applications.isAlive(SignOutRealm.SECOND, strangers)).isTrue();
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isTrue();
  }

  /** Asked without a page, Keycloak says that nobody is signed in. */
  private void assertThatKeycloakKnowsNobody() {
    assertThat(login.onInto(SignOutRealm.FIRST).page().url()).contains("error=login_required");
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
  }

  /** The newest event of a logout that failed is of the session whose tokens are given. */
  private void assertThatAnEventTells(String code, JsonNode tokens) {
    JsonNode event = applications.realm().admin().get("/events?type=LOGOUT_ERROR&max=1").path(0);
    assertThat(event.at("/details/reason").asText()).isEqualTo(code);
    assertThat(event.at("/details/identity_provider").asText()).isEqualTo("govbr");
    assertThat(event.path("sessionId").asText())
        .isEqualTo(PlainLogin.claims(tokens).path("sid").asText());
  }
}
