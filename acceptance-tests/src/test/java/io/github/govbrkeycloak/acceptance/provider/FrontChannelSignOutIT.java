package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Signing out where an application is told through the browser (front channel)")
class FrontChannelSignOutIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();

  @RegisterExtension private static final SignOutRealm applications = new SignOutRealm(SYSTEM);

  private PlainLogin login;
  private JsonNode tokens;
  private JsonNode framed;

  @BeforeEach
  void signInToBoth() {
    login = applications.signIn();
    tokens = login.tokens();
    framed = login.onInto(SignOutRealm.FRAMED).tokens();
  }

  private void assertTold(Page page, String landing) {
    String session = PlainLogin.claims(tokens).path("sid").asText();
    assertThat(page.body())
        .contains("<iframe", SignOutRealm.FRAMED_LOGOUT + "?", "sid=" + session)
        .contains(landing + "?state=da-saida");
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isFalse();
    assertThat(applications.isAlive(SignOutRealm.FRAMED, framed)).isFalse();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("tells it after gov.br, and leads to the page of the application that was left")
  void tellsIt() {
    assertTold(
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING),
        SignOutRealm.FIRST_LANDING);
  }

  @Test
  @DisplayName("works from that application, too")
  void worksFromIt() {
    assertTold(
        login.open(
            applications.logout(SignOutRealm.FRAMED_LANDING, framed), SignOutRealm.FRAMED_LANDING),
        SignOutRealm.FRAMED_LANDING);
  }

  @Test
  @DisplayName("lets nobody into it without signing in, although gov.br sends nobody back")
  void endsSingleSignOnAtOnce() {
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());

    assertThat(login.next().of(SignOutRealm.FRAMED).with("prompt", "none").enter().page().url())
        .contains("error=login_required");
  }
}
