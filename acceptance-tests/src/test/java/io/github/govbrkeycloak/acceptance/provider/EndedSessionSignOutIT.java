package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signing out of an application when this browser has no session at Keycloak any more")
class EndedSessionSignOutIT {

  private static final Pattern BACK = Pattern.compile("id=\"govbr-voltar\" href=\"([^\"]+)\"");
  private static final String LANDED = SignOutRealm.FIRST_LANDING + "?state=da-saida";

  private static RunningSystem system;
  private static GovBr govBr;
  private static SignOutRealm applications;
  private static OwnRealm realm;
  private static LogoutListener listener;

  private PlainLogin login;
  private JsonNode tokens;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    govBr = system.govBr();
    listener = LogoutListener.start();
    applications = SignOutRealm.create(system, listener);
    realm = applications.realm();
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
    listener.close();
  }

  @BeforeEach
  void signIn() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    login = PlainLogin.into(system, realm).of(SignOutRealm.FIRST).as("cin");
    tokens = login.tokens();
  }

  @AfterEach
  void behaveNormally() {
    govBr.behaveNormally();
  }

  /** As it ends when nobody has used it for long. */
  private void endSession() {
    realm.admin().delete("/sessions/" + PlainLogin.claims(tokens).path("sid").asText());
  }

  private Page signOut() {
    return login.open(
        applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);
  }

  private void assertThatGovBrAsksWhoItIs() {
    assertThat(login.enterAgain().body()).contains("name=\"accountId\"");
  }

  @Test
  @DisplayName("ends gov.br's session all the same and lands on that application's page")
  void endsGovBrsSession() {
    endSession();

    assertThat(signOut().url()).isEqualTo(LANDED);
    assertThatGovBrAsksWhoItIs();
  }

  @Test
  @DisplayName("ends both sessions when only the browser's cookies are gone")
  void endsBothWithoutCookies() {
    login.browser().forgetCookies(system.keycloakUrl(), "none");

    assertThat(signOut().url()).isEqualTo(LANDED);
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
    assertThatGovBrAsksWhoItIs();
  }

  @Test
  @DisplayName("lands there, too, when every cookie has gone on the way")
  void saysThatItIsDone() {
    endSession();
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), system.simulatorUrl());
    login.browser().forgetCookies(system.keycloakUrl(), "none");

    assertThat(login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING).body())
        .contains("Você saiu");
  }

  @Test
  @DisplayName("says so when gov.br does not answer, and still lands there")
  void saysThatGovBrDoesNotAnswer() {
    endSession();
    govBr.behave("fora-do-ar", Map.of("endpoint", "logout"));

    Page page = signOut();

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-602");
    Matcher back = BACK.matcher(page.body());
    assertThat(back.find()).isTrue();
    assertThat(login.open(back.group(1), SignOutRealm.FIRST_LANDING).url()).isEqualTo(LANDED);
  }

  @Test
  @DisplayName("leaves alone who has signed in since: Keycloak asks")
  void leavesOthersAlone() {
    endSession();
    govBr.forgetEverybody();
    PlainLogin next = login.next().of(SignOutRealm.SECOND).as("ouro-otp");
    JsonNode theirs = next.tokens();
    govBr.forgetCalls();

    Page page = signOut();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("logout-confirm");
    assertThat(govBr.calls()).isEmpty();
    assertThat(applications.isAlive(SignOutRealm.SECOND, theirs)).isTrue();
  }

  @Test
  @DisplayName("leaves alone who signs in while the browser is at gov.br")
  void leavesAloneWhoSignsInMeanwhile() {
    endSession();
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), system.simulatorUrl());
    govBr.forgetEverybody();
    PlainLogin next = login.next().of(SignOutRealm.SECOND).as("ouro-otp");
    JsonNode theirs = next.tokens();

    Page page = next.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-601");
    assertThat(applications.isAlive(SignOutRealm.SECOND, theirs)).isTrue();
  }

  @Test
  @DisplayName("does not go to gov.br for an account that has none")
  void staysHereWithoutGovBr() {
    RealmAdministrators.create(realm.admin(), "sem-govbr", "senha-de-teste", "view-users");
    realm
        .admin()
        .put(
            "/clients/"
                + realm
                    .admin()
                    .get("/clients?clientId=" + SignOutRealm.FIRST)
                    .path(0)
                    .path("id")
                    .asText(),
            Map.of("directAccessGrantsEnabled", true));
    JsonNode own =
        system.postForm(
            realm.url() + "/protocol/openid-connect/token",
            "grant_type=password&scope=openid&username=sem-govbr&password=senha-de-teste&client_id="
                + SignOutRealm.FIRST);
    govBr.forgetCalls();

    Page page =
        PlainLogin.into(system, realm)
            .open(applications.logout(SignOutRealm.FIRST_LANDING, own), SignOutRealm.FIRST_LANDING);

    assertThat(page.url()).isEqualTo(LANDED);
    assertThat(govBr.calls()).isEmpty();
  }
}
