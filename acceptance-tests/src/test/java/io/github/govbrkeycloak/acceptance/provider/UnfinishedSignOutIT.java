package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("After a sign-out that gov.br did not finish, at a computer that people share,")
class UnfinishedSignOutIT {

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

  private void signOutWithoutComingBack() {
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());
    assertThat(login.page().url()).startsWith(SYSTEM.simulatorUrl());
    GOV_BR.forgetEverybody();
  }

  private void assertThatTheNextPersonIsTheirOwnSelf() {
    PlainLogin next = login.next().of(SignOutRealm.FIRST).as("ouro-otp");

    assertThat(next.isReached()).as("the next person enters").isTrue();
    assertThat(next.claims().path("cpf").asText().equals(GOV_BR.persona("ouro-otp").cpf()))
        .as("as who they are")
        .isTrue();
  }

  @Test
  @DisplayName("the next person signs in as who they are")
  void theNextPersonSignsIn() {
    signOutWithoutComingBack();

    assertThatTheNextPersonIsTheirOwnSelf();
  }

  @Test
  @DisplayName("the same person signs in once more")
  void theSamePersonSignsIn() {
    signOutWithoutComingBack();

    assertThat(login.next().of(SignOutRealm.FIRST).as("cin").isReached()).isTrue();
  }

  @Test
  @DisplayName("nobody gets in without signing in, although a SAML application was to be told")
  void singleSignOnIsOver() {
    applications.enterSamlApplication(login);
    signOutWithoutComingBack();

    assertThat(login.next().of(SignOutRealm.FIRST).with("prompt", "none").enter().page().url())
        .contains("error=login_required");
    assertThatTheNextPersonIsTheirOwnSelf();
  }

  @Test
  @DisplayName("nobody gets into the SAML application, either")
  void singleSignOnOfSamlIsOver() {
    applications.enterSamlApplication(login);
    signOutWithoutComingBack();

    assertThat(applications.openSamlApplication(login).body()).doesNotContain("SAMLResponse");
  }

  @Test
  @DisplayName("signing out again ends gov.br's session, too, when gov.br answers again")
  void signsOutAgainAfterAnOutage() {
    JsonNode others = login.onInto(SignOutRealm.FRAMED).tokens();
    GOV_BR.behave("fora-do-ar", Map.of("endpoint", "logout"));
    Page told =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);
    assertThat(PlainLogin.refusal(told)).isEqualTo("GOVBR-602");
    GOV_BR.behaveNormally();

    Page again =
        login.open(
            applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);

    assertThat(again.body())
        .as("on the way back, the other application is told by its frame")
        .contains(SignOutRealm.FRAMED_LOGOUT);
    assertThat(applications.isAlive(SignOutRealm.FRAMED, others)).isFalse();
    SignOutRealm.assertThatGovBrAsksWhoItIs(login);
  }

  @Test
  @DisplayName("the next person signs in after gov.br did not answer at all")
  void theNextPersonSignsInAfterAnOutage() {
    GOV_BR.behave("fora-do-ar", Map.of("endpoint", "logout"));
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SignOutRealm.FIRST_LANDING);
    GOV_BR.behaveNormally();
    GOV_BR.forgetEverybody();

    assertThatTheNextPersonIsTheirOwnSelf();
  }
}
