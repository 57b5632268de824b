package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Response;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A login through gov.br that must not succeed")
class RefusedLoginIT {

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private TestApplication application;

  @BeforeEach
  void openApplication() {
    govBr.forgetEverybody();
    application = TestApplication.open(system);
  }

  @AfterEach
  void behaveNormally() {
    application.close();
    govBr.behaveNormally();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("sem-assinatura", Map.of(), "GOVBR-402"),
        Arguments.of("assinatura-errada", Map.of(), "GOVBR-402"),
        Arguments.of("iss-errado", Map.of(), "GOVBR-403"),
        Arguments.of("aud-errado", Map.of(), "GOVBR-404"),
        Arguments.of("expirado", Map.of(), "GOVBR-405"),
        Arguments.of("sem-iat", Map.of(), "GOVBR-406"),
        Arguments.of("sem-nonce", Map.of(), "GOVBR-407"),
        Arguments.of("nonce-errado", Map.of(), "GOVBR-407"),
        Arguments.of("sub-invalido", Map.of(), "GOVBR-408"),
        Arguments.of("codigo-expirado", Map.of(), "GOVBR-302"),
        Arguments.of("status", Map.of("endpoint", "token"), "GOVBR-304"),
        Arguments.of("corpo-nao-json", Map.of("endpoint", "token"), "GOVBR-305"),
        Arguments.of("corpo-enorme", Map.of("endpoint", "token"), "GOVBR-306"),
        Arguments.of("corpo-truncado", Map.of("endpoint", "token"), "GOVBR-301"),
        Arguments.of("conexao-reiniciada", Map.of("endpoint", "token"), "GOVBR-301"),
        Arguments.of("nunca-responde", Map.of("endpoint", "token"), "GOVBR-301"));
  }

  @ParameterizedTest(name = "because of {0} is refused as {2}")
  @MethodSource("faults")
  void isRefusedWithASentenceAWayOnAndAnEvent(
      String fault, Map<String, Object> settings, String code) {
    RefusalEvidence evidence = RefusalEvidence.before(system);
    govBr.behave(fault, settings);

    application.signInAs("cin");

    assertRefused(code);
    evidence.assertRefusedAs(code);
    govBr.behaveNormally();
    application.page().click("#govbr-tentar-de-novo");
    application.finishAtGovBrIfAskedAs("cin");
    assertThat(application.isReached()).as("the way on leads into the application").isTrue();
    Accounts.delete(system, "cin");
  }

  @Test
  @DisplayName("because userinfo speaks of another person is refused")
  void userInfoOfAnotherPersonIsRefused() {
    try (IdentityProviderSettings settings = IdentityProviderSettings.of(system)) {
      settings.set("consultarUserinfo", "true");
      govBr.behave("sub-de-outra-pessoa", Map.of());
      RefusalEvidence evidence = RefusalEvidence.before(system);

      application.signInAs("cin");

      assertRefused("GOVBR-501");
      evidence.assertRefusedAfterAsking("GOVBR-501", "/userinfo");
    }
  }

  @Test
  @DisplayName("because the citizen cancelled says so and offers the way back to the application")
  void cancelledLoginOffersTheWayBack() {
    application.openLogin();
    application.page().click("#cancel");
    application.page().waitForSelector("#govbr-recusa");

    assertRefused("GOVBR-201");
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains("Você cancelou");
    assertThat(application.page().locator("#govbr-voltar").getAttribute("href"))
        .startsWith(application.baseUrl());
  }

  @Test
  @DisplayName("because the citizen denied the consent is a cancelled one")
  void deniedConsentIsACancelledLogin() {
    application.openLogin();
    application.page().click("[data-persona=cin]");
    application.page().click("#deny");
    application.page().waitForSelector("#govbr-recusa");

    assertRefused("GOVBR-201");
  }

  @Test
  @DisplayName("because gov.br did not provision a scope tells whom to ask")
  void scopeThatIsNotProvisionedIsNamed() {
    try (IdentityProviderSettings settings = IdentityProviderSettings.of(system)) {
      String client = "sem-selos.orgao.exemplo.gov.br";
      String secret = "segredo-do-cliente-sem-selos";
      settings.set("clientId", client);
      settings.set("clientSecret", secret);
      govBr.registerRedirectUri(client, secret, system.brokerEndpoint());

      application.openLogin();

      assertRefused("GOVBR-202");
      assertThat(application.page().locator("#govbr-recusa").textContent())
          .contains("Avise o órgão responsável");
    }
  }

  @Test
  @DisplayName("because gov.br does not know our secret tells whom to ask")
  void wrongSecretIsNamed() {
    try (IdentityProviderSettings settings = IdentityProviderSettings.of(system)) {
      settings.set("clientSecret", "segredo-errado");

      application.signInAs("cin");

      assertRefused("GOVBR-303");
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "?code=abc, GOVBR-101",
    "?state=&code=abc, GOVBR-101",
    "?error=access_denied, GOVBR-101",
    "?state=xyz&code=abc, GOVBR-102",
    "?state=a.b.c&code=abc, GOVBR-102",
    "?state=xyz&error=access_denied, GOVBR-102"
  })
  @DisplayName("because the way back is forged or incomplete")
  void forgedWayBackIsRefused(String query, String code) {
    Response response = application.page().navigate(system.brokerEndpoint() + query);

    assertThat(response.status()).isEqualTo(400);
    assertThat(application.page().locator("#govbr-recusa").textContent())
        .contains(code)
        .contains("comece outra vez");
    assertThat(application.page().locator("#backToPortal").getAttribute("href"))
        .isEqualTo(system.portalUrl());
  }

  @Test
  @DisplayName("because the way back has neither code nor error")
  void wayBackWithoutCodeIsRefused() {
    application.openLogin();
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(system.brokerEndpoint() + "?state=" + application.stateAtGovBr());

    assertRefused("GOVBR-103");
    evidence.assertRefusedAs("GOVBR-103");
    assertThat(evidence.calledPaths()).isEmpty();
  }

  @Test
  @DisplayName("with a code of another browser is refused, and nobody is signed in")
  void codeOfAnotherBrowserIsRefused() {
    application.openLogin();
    String victimState = application.stateAtGovBr();
    RefusalEvidence evidence;
    try (TestApplication attacker = TestApplication.open(system)) {
      attacker.openLogin();
      String attackerCode = attacker.codeAtGovBrAs("futuro");
      evidence = RefusalEvidence.before(system);

      application
          .page()
          .navigate(system.brokerEndpoint() + "?state=" + victimState + "&code=" + attackerCode);
    }

    // PKCE: the code answers the attacker's verifier, not this browser's.
    assertRefused("GOVBR-302");
    evidence.assertRefusedAs("GOVBR-302");
  }

  @Test
  @DisplayName("that an attacker began and planted into this browser signs nobody in as them")
  void plantedLoginIsRefused() {
    String planted;
    try (TestApplication attacker = TestApplication.open(system)) {
      attacker.openLogin();
      planted = attacker.requestAtGovBr();
    }
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(planted);
    application.finishAtGovBrIfAskedAs("cin");

    // gov.br answers the attacker's state, which this browser has no login for.
    assertThat(application.isReached()).isFalse();
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains("GOVBR-102");
    evidence.assertRefusedAs("GOVBR-102");
    assertThat(evidence.calledPaths()).doesNotContain("/token");
  }

  @Test
  @DisplayName("from a link of somebody else's login is refused")
  void linkOfAnotherBrowsersLoginIsRefused() {
    try (TestApplication attacker = TestApplication.open(system)) {
      attacker.openLogin();
      String state = attacker.stateAtGovBr();
      String code = attacker.codeAtGovBrAs("futuro");

      application.page().navigate(system.brokerEndpoint() + "?state=" + state + "&code=" + code);
    }

    assertThat(application.isReached()).isFalse();
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains("GOVBR-102");
  }

  @Test
  @DisplayName("with a replayed way back signs nobody in a second time")
  void replayedWayBackIsRefused() {
    application.signInAs("cin");
    assertThat(application.isReached()).isTrue();
    String wayBack = application.lastWayBackFromGovBr();

    try (TestApplication anotherBrowser = TestApplication.open(system)) {
      anotherBrowser.page().navigate(wayBack);

      assertThat(anotherBrowser.isReached()).isFalse();
      assertThat(anotherBrowser.page().locator("#govbr-recusa").textContent())
          .contains("GOVBR-102");
    }
    Accounts.delete(system, "cin");
  }

  @Test
  @DisplayName("leaves a session open when somebody else's link pretends that it was to be ended")
  void forgedWayBackFromLogoutEndsNothing() {
    application.signInAs("ouro-facial");
    JsonNode tokens = application.tokens();

    application.page().navigate(system.brokerEndpoint() + "/logout_response");

    assertThat(application.page().locator("#govbr-recusa").textContent()).contains("GOVBR-601");
    assertThat(application.refreshed(tokens).has("access_token")).isTrue();
  }

  @Test
  @DisplayName("and a logout of which nothing is left says that the person is signed out")
  void logoutWithoutASessionIsDone() {
    application.page().navigate(system.brokerEndpoint() + "/logout_response");

    assertThat(application.page().locator("body").textContent()).contains("Você saiu");
  }

  private void assertRefused(String code) {
    assertThat(application.isReached()).isFalse();
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains(code);
    assertThat(application.page().locator("html").getAttribute("lang")).startsWith("pt");
    assertThat(application.page().locator("#govbr-tentar-de-novo").isVisible()).isTrue();
    assertThat(application.page().locator("#govbr-voltar").isVisible()).isTrue();
    assertThat(lastLoginError())
        .hasValueSatisfying(
            event -> assertThat(event.path("details").path("reason").asText()).isEqualTo(code));
  }

  private Optional<JsonNode> lastLoginError() {
    JsonNode events =
        system.keycloakAdmin().get("/events?type=IDENTITY_PROVIDER_LOGIN_ERROR&max=1");
    return Optional.ofNullable(events.get(0));
  }
}
