package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Signing out of an application when this browser has no session at Keycloak any more")
class EndedSessionSignOutIT {

  private static final String LANDED = SignOutRealm.FIRST_LANDING + "?state=da-saida";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  @RegisterExtension private static final SignOutRealm applications = new SignOutRealm(SYSTEM);

  private PlainLogin login;
  private JsonNode tokens;

  @BeforeEach
  void signIn() {
    login = applications.signIn();
    tokens = login.tokens();
  }

  /** As it ends when nobody has used it for long. */
  private void endSession() {
    applications
        .realm()
        .admin()
        .delete("/sessions/" + PlainLogin.claims(tokens).path("sid").asText());
  }

  private Page signOut() {
    return login.open(
        applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);
  }

  @Test
  @DisplayName("ends gov.br's session all the same and lands on that application's page")
  void endsGovBrsSession() {
    endSession();

    assertThat(signOut().url()).isEqualTo(LANDED);
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("ends both sessions when only the browser's cookies are gone")
  void endsBothWithoutCookies() {
    login.browser().forgetCookies(SYSTEM.keycloakUrl(), "none");

    assertThat(signOut().url()).isEqualTo(LANDED);
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("ends gov.br's session from an application that names its page without its host")
  void endsGovBrsSessionFromARelativePage() {
    JsonNode relative = login.onInto(SignOutRealm.RELATIVE).tokens();
    endSession();

    Page page =
        login.open(
            applications.logout(SignOutRealm.RELATIVE_LANDING, relative),
            SignOutRealm.RELATIVE_HOME);

    assertThat(page.url())
        .isEqualTo(SignOutRealm.RELATIVE_HOME + SignOutRealm.RELATIVE_LANDING + "?state=da-saida");
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("ends both sessions from an application to which a person has another name")
  void endsBothFromAPairwiseApplication() {
    JsonNode pairwise = login.onInto(SignOutRealm.PAIRWISE).tokens();
    assertThat(PlainLogin.claims(pairwise).path("sub").asText())
        .isNotEqualTo(PlainLogin.claims(tokens).path("sub").asText());
    login.browser().forgetCookies(SYSTEM.keycloakUrl(), "none");

    Page page =
        login.open(
            applications.logout(SignOutRealm.PAIRWISE_LANDING, pairwise),
            SignOutRealm.PAIRWISE_LANDING);

    assertThat(page.url()).isEqualTo(SignOutRealm.PAIRWISE_LANDING + "?state=da-saida");
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("lands there, too, when every cookie has gone on the way")
  void saysThatItIsDone() {
    endSession();
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    login.browser().forgetCookies(SYSTEM.keycloakUrl(), "none");

    assertThat(login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING).body())
        .contains("Você saiu");
  }

  @Test
  @DisplayName("says so when gov.br does not answer, and still lands there")
  void saysThatGovBrDoesNotAnswer() {
    endSession();
    GOV_BR.behave("fora-do-ar", Map.of("endpoint", "logout"));

    Page page = signOut();

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-602");
    assertThat(SignOutRealm.goBack(login).url()).isEqualTo(LANDED);
  }

  @Test
  @DisplayName("leaves alone who has signed in since: Keycloak asks")
  void leavesOthersAlone() {
    endSession();
    GOV_BR.forgetEverybody();
    PlainLogin next = login.next().of(SignOutRealm.SECOND).as("ouro-otp");
    JsonNode theirs = next.tokens();
    GOV_BR.forgetCalls();

    Page page = signOut();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("logout-confirm");
    assertThat(GOV_BR.calls()).isEmpty();
    assertThat(applications.isAlive(SignOutRealm.SECOND, theirs)).isTrue();
  }

  @Test
  @DisplayName("leaves alone who signs in while the browser is at gov.br")
  void leavesAloneWhoSignsInMeanwhile() {
    endSession();
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    GOV_BR.forgetEverybody();
    PlainLogin next = login.next().of(SignOutRealm.SECOND).as("ouro-otp");
    JsonNode theirs = next.tokens();

    Page page = next.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-601");
    assertThat(applications.isAlive(SignOutRealm.SECOND, theirs)).isTrue();
  }

  @Test
  @DisplayName("does not go to gov.br for an account that has none")
  void staysHereWithoutGovBr() {
    OwnRealm realm = applications.realm();
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
        SYSTEM.postForm(
            realm.url() + "/protocol/openid-connect/token",
            "grant_type=password&scope=openid&username=sem-govbr&password=senha-de-teste&client_id="
                + SignOutRealm.FIRST);
    GOV_BR.forgetCalls();

    Page page =
        PlainLogin.into(SYSTEM, realm)
            .open(applications.logout(SignOutRealm.FIRST_LANDING, own), SignOutRealm.FIRST_LANDING);

    assertThat(page.url()).isEqualTo(LANDED);
    assertThat(GOV_BR.calls()).isEmpty();
  }
}
