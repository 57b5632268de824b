package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An attack on the way back from gov.br")
class AttackMatrixIT {

  private static final String PERSON = "cin";
  private static final String ANY_WAY_ON = "#govbr-tentar-de-novo, #govbr-voltar, #backToPortal";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private TestApplication application;

  /** The person is known to gov.br and to Keycloak, so that each attack takes one step only. */
  @BeforeAll
  void signInAtGovBr() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    try (TestApplication honest = TestApplication.open(system)) {
      honest.signInAs(PERSON);
      assertThat(honest.isReached()).isTrue();
    }
    application = TestApplication.open(system);
    govBr.behave("sem-iat", Map.of());
    application.signInAs(PERSON);
    govBr.behaveNormally();
  }

  @AfterEach
  void behaveNormally() {
    govBr.behaveNormally();
  }

  @AfterAll
  void close() {
    application.close();
    Accounts.delete(system, PERSON);
  }

  static Stream<Attack> attacks() {
    return Attack.all();
  }

  @ParameterizedTest(name = "by a forged token ({0}) is refused")
  @MethodSource("attacks")
  void byAForgedTokenIsRefused(Attack attack) {
    RefusalEvidence evidence = RefusalEvidence.before(system);
    govBr.behave(attack.behaviour(), Map.of("parametros", attack.parameters()));

    application.openLogin();

    assertRefused(application, attack.code());
    evidence.assertRefusedAs(attack.code());
  }

  @ParameterizedTest(name = "by a token that names a key of its own ({0}) asks nobody but gov.br")
  @ValueSource(strings = {"jku", "x5u"})
  void byAnAddressOfAKeyAsksNobody(String member) throws IOException {
    AtomicInteger questions = new AtomicInteger();
    HttpServer attacker =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    attacker.createContext(
        "/",
        exchange -> {
          questions.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    attacker.start();
    try {
      RefusalEvidence evidence = RefusalEvidence.before(system);
      String address = "http://localhost:" + attacker.getAddress().getPort() + "/jwk";
      govBr.behave(
          "cabecalho-trocado",
          Map.of("parametros", Map.of("dados", Map.of(member, address), "chave", "desconhecida")));

      application.openLogin();

      assertRefused(application, "GOVBR-402");
      evidence.assertRefusedAs("GOVBR-402");
      assertThat(questions).hasValue(0);
    } finally {
      attacker.stop(0);
    }
  }

  @Test
  @DisplayName("that brings a code of an earlier try reaches gov.br once and signs nobody in")
  void codeOfAnEarlierTry() {
    govBr.behave("sem-iat", Map.of());
    application.openLogin();
    String used = application.lastWayBackFromGovBr();
    govBr.behaveNormally();
    String fresh = caughtWayBack();
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application
        .page()
        .navigate(
            system.brokerEndpoint()
                + "?state="
                + TestApplication.parameter(fresh, "state")
                + "&code="
                + TestApplication.parameter(used, "code"));

    assertRefused(application, "GOVBR-104");
    evidence.assertRefusedAs("GOVBR-104");
    assertThat(evidence.calledPaths()).isEmpty();
  }

  @Test
  @DisplayName("that repeats the address of a refused try finds Keycloak's page of an old try")
  void sameWayBackAfterARefusal() {
    govBr.behave("sem-iat", Map.of());
    application.openLogin();
    govBr.behaveNormally();
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(application.lastWayBackFromGovBr());

    assertThat(application.page().locator("#loginRestartLink").isVisible()).isTrue();
    evidence.assertNobodyTouched();
    assertThat(evidence.calledPaths()).isEmpty();
  }

  @Test
  @DisplayName("that repeats the address of a finished login signs nobody in a second time")
  void sameWayBackAfterTheLogin() {
    try (TestApplication signedIn = TestApplication.open(system)) {
      signedIn.signInAs(PERSON);
      String wayBack = signedIn.lastWayBackFromGovBr();
      RefusalEvidence evidence = RefusalEvidence.before(system);

      signedIn.page().navigate(wayBack);

      // Keycloak tells the application to begin again.
      assertThat(signedIn.page().url()).contains("error=temporarily_unavailable");
      assertThat(signedIn.isReached()).isFalse();
      evidence.assertNobodyTouched();
      assertThat(evidence.calledPaths()).isEmpty();
    }
  }

  @ParameterizedTest(name = "with {0} twice is refused")
  @ValueSource(strings = {"code", "state", "error", "iss"})
  void withAParameterTwiceIsRefused(String parameter) {
    String wayBack = caughtWayBack();
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(wayBack + ("&" + parameter + "=x").repeat(2));

    assertRefusedWithoutALogin("GOVBR-101");
    evidence.assertRefusedAs("GOVBR-101");
    assertThat(evidence.calledPaths()).isEmpty();
  }

  @Test
  @DisplayName("that names another issuer is refused")
  void ofAnotherIssuerIsRefused() {
    String wayBack = caughtWayBack();
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(wayBack + "&iss=https%3A%2F%2Fsso.acesso.gov.br%2F");

    assertRefused(application, "GOVBR-105");
    evidence.assertRefusedAs("GOVBR-105");
    assertThat(evidence.calledPaths()).isEmpty();
  }

  @Test
  @DisplayName("posted by another page is refused")
  void postedIsRefused() {
    RefusalEvidence evidence = RefusalEvidence.before(system);
    Map<String, String> form = new HashMap<>(Map.of("state", "x", "code", "y"));

    FormData data = FormData.create();
    form.forEach(data::set);
    var answer =
        application
            .page()
            .request()
            .post(system.brokerEndpoint(), RequestOptions.create().setForm(data));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("GOVBR-101", "govbr-recusa");
    evidence.assertRefusedAs("GOVBR-101");
  }

  @ParameterizedTest(name = "with {0} is refused with an event")
  @ValueSource(strings = {"?code=abc", "?state=&code=abc", "?error=access_denied"})
  void withoutAStateIsRefusedWithAnEvent(String query) {
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(system.brokerEndpoint() + query);

    evidence.assertRefusedAs("GOVBR-101");
  }

  @ParameterizedTest(name = "with {0} is refused with an event")
  @ValueSource(strings = {"?state=xyz&code=abc", "?state=a.b.c&code=abc"})
  void withAnInventedStateIsRefusedWithAnEvent(String query) {
    RefusalEvidence evidence = RefusalEvidence.before(system);

    application.page().navigate(system.brokerEndpoint() + query);

    assertRefusedWithoutALogin("GOVBR-102");
    evidence.assertRefusedAs("GOVBR-102");
  }

  @Test
  @DisplayName("with the state of another browser is refused with an event")
  void withTheStateOfAnotherBrowserIsRefused() {
    String attackersWayBack;
    try (TestApplication attacker = TestApplication.open(system)) {
      attacker.openLogin();
      attackersWayBack =
          system.brokerEndpoint()
              + "?state="
              + attacker.stateAtGovBr()
              + "&code="
              + attacker.codeAtGovBrAs("futuro");
    }
    RefusalEvidence evidence = RefusalEvidence.before(system);

    try (TestApplication victim = TestApplication.open(system)) {
      victim.page().navigate(attackersWayBack);

      assertThat(victim.isReached()).isFalse();
      assertThat(victim.page().locator("#govbr-recusa").textContent()).contains("GOVBR-102");
    }
    evidence.assertRefusedAs("GOVBR-102");
    assertThat(evidence.calledPaths()).isEmpty();
  }

  @Test
  @DisplayName("does not last: the next honest login goes through")
  void theNextHonestLoginGoesThrough() {
    try (TestApplication honest = TestApplication.open(system)) {
      honest.signInAs(PERSON);
      assertThat(honest.isReached()).isTrue();
    }
  }

  /** The address with which gov.br sent the browser back, before Keycloak has seen it. */
  private String caughtWayBack() {
    return application.catchWayBack(application::openLogin);
  }

  private static void assertRefused(TestApplication application, String code) {
    assertThat(application.isReached()).isFalse();
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains(code);
    assertThat(application.page().locator("#govbr-tentar-de-novo").isVisible()).isTrue();
    assertThat(application.page().locator("#govbr-voltar").isVisible()).isTrue();
  }

  /** Which login it was is not known then: a way on there is nevertheless. */
  private void assertRefusedWithoutALogin(String code) {
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains(code);
    assertThat(application.page().locator(ANY_WAY_ON).first().isVisible()).isTrue();
  }
}
