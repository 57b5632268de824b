package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The same attack on Keycloak's generic provider and on ours. When a test fails because the generic
 * one has learnt to refuse, Keycloak was mended: then an override of ours may have become needless.
 */
@DisplayName("Where Keycloak's generic provider gives way, ours holds:")
class BesideGenericProviderIT {

  private static final String PERSON = "cin";
  private static final String REFUSAL = "#govbr-recusa";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OtherProvider generic;
  private OtherProvider ours;

  @BeforeEach
  void createProviders() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    generic = OtherProvider.generic(system, "oidc-generico");
    ours = OtherProvider.govBr(system, "govbr-ao-lado", Map.of());
  }

  @AfterEach
  void close() {
    govBr.behaveNormally();
    generic.close();
    ours.close();
  }

  private TestApplication signedInBy(OtherProvider provider) {
    TestApplication application = TestApplication.open(system);
    application.openLogin(provider.hint());
    application.page().click("[data-persona=" + PERSON + "]");
    application
        .page()
        .waitForCondition(
            () ->
                application.isReached()
                    || application.page().locator("#authorize").count() > 0
                    || application.page().url().startsWith(provider.endpoint()));
    if (application.page().locator("#authorize").count() > 0) {
      application.page().click("#authorize");
    }
    application
        .page()
        .waitForCondition(
            () ->
                application.isReached()
                    || application.page().url().startsWith(provider.endpoint()));
    return application;
  }

  private List<String> calledPaths() {
    List<String> paths = new ArrayList<>();
    govBr.calls().forEach(call -> paths.add(call.path("caminho").asText()));
    return paths;
  }

  private int loginErrors() {
    return system.keycloakAdmin().get("/events?max=1000&type=IDENTITY_PROVIDER_LOGIN_ERROR").size();
  }

  private void assertOursRefuses(String code) {
    try (TestApplication application = signedInBy(ours)) {
      assertThat(application.isReached()).isFalse();
      assertThat(application.page().locator(REFUSAL).textContent()).contains(code);
    }
  }

  @Test
  @DisplayName("an ID token without iat")
  void tokenWithoutIat() {
    govBr.behave("sem-iat", Map.of());

    try (TestApplication application = signedInBy(generic)) {
      assertThat(application.isReached()).as("the generic one takes it").isTrue();
    }
    assertOursRefuses("GOVBR-406");
  }

  @Test
  @DisplayName("an ID token for another login (nonce), before anything is sent with its tokens")
  void tokenOfAnotherLogin() {
    govBr.behave("nonce-errado", Map.of());
    govBr.forgetCalls();
    int errors = loginErrors();

    try (TestApplication application = signedInBy(generic)) {
      assertThat(application.page().content()).as("raw JSON").contains("invalid_token");
    }
    assertThat(calledPaths()).as("the generic one has sent the token").contains("/userinfo");
    assertThat(loginErrors()).as("the generic one tells no event").isEqualTo(errors);

    govBr.forgetCalls();
    assertOursRefuses("GOVBR-407");
    assertThat(calledPaths()).doesNotContain("/userinfo");
    assertThat(loginErrors()).isEqualTo(errors + 1);
  }

  @Test
  @DisplayName("a user name that tells who it is")
  void userName() {
    signedInBy(generic).close();
    signedInBy(ours).close();

    assertThat(generic.accounts().values())
        .singleElement()
        .satisfies(
            account ->
                assertThat(account.path("username").asText())
                    .isEqualTo(govBr.persona(PERSON).email()));
    assertThat(ours.accounts().values())
        .singleElement()
        .satisfies(
            account -> assertThat(account.path("username").asText()).matches("govbr-[a-z2-7]{26}"));
  }

  @Test
  @DisplayName("a key that gov.br changed without changing its id")
  void changedKey() {
    signedInBy(generic).close();
    try (OtherProvider keyed =
        OtherProvider.govBr(
            system, "govbr-ao-lado-2", Map.of("urlJwk", system.simulatorUrl() + "/jwk?generico"))) {
      signedInBy(keyed).close();
      govBr.forgetEverybody();
      govBr.behave("chave-trocada-mesmo-kid", Map.of());

      try (TestApplication application = signedInBy(generic)) {
        assertThat(application.isReached()).as("the generic one fails").isFalse();
      }
      govBr.forgetEverybody();
      try (TestApplication application = signedInBy(keyed)) {
        assertThat(application.isReached()).as("ours heals").isTrue();
      }
    }
  }

  @Test
  @DisplayName("an answer brought to another identity provider than the one that asked (mix-up)")
  void mixUp() {
    try (OtherProvider otherGeneric = OtherProvider.generic(system, "oidc-generico-2");
        OtherProvider otherOurs = OtherProvider.govBr(system, "govbr-ao-lado-2", Map.of())) {
      govBr.forgetCalls();
      bringTo(otherGeneric, generic).close();
      assertThat(calledPaths()).as("the generic one sends the code on").contains("/token");

      govBr.forgetCalls();
      try (TestApplication application = bringTo(otherOurs, ours)) {
        assertThat(application.page().locator(REFUSAL).textContent()).contains("GOVBR-105");
        assertThat(application.page().locator("#govbr-tentar-de-novo").isVisible()).isTrue();
      }
      assertThat(calledPaths()).doesNotContain("/token");
    }
  }

  /** Begins a login at one provider and brings its answer to the other's address. */
  private TestApplication bringTo(OtherProvider receiver, OtherProvider begun) {
    govBr.forgetEverybody();
    TestApplication application = TestApplication.open(system);
    application.openLogin(begun.hint());
    application.codeAtGovBrAs(PERSON);
    application
        .page()
        .navigate(
            application.lastWayBackFromGovBr().replace(begun.endpoint(), receiver.endpoint()));
    return application;
  }
}
