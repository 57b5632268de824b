package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("gov.br's keys")
class KeysIT {

  private static final String ALIAS = "govbr-chaves";
  private static final String PERSON = "ouro-facial";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();

  /** An address of its own for each test, so that no key is known before it. */
  private final String keysAddress = system.simulatorUrl() + "/jwk?teste=" + UUID.randomUUID();

  private OtherProvider provider;

  @BeforeEach
  void createProvider() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    provider = provider(ALIAS);
    govBr.forgetCalls();
  }

  @AfterEach
  void behaveNormally() {
    govBr.behaveNormally();
    provider.close();
  }

  private OtherProvider provider(String alias) {
    return OtherProvider.govBr(system, alias, Map.of("urlJwk", keysAddress));
  }

  private void signIn(OtherProvider by) {
    try (TestApplication application = TestApplication.open(system)) {
      application.openLogin(by.hint());
      application.finishAtGovBrIfAskedAs(PERSON);
      assertThat(application.isReached()).isTrue();
    }
  }

  private void assertRefused(String code) {
    try (TestApplication application = TestApplication.open(system)) {
      application.openLogin(provider.hint());
      application.finishAtGovBrIfAskedAs(PERSON);
      assertThat(application.isReached()).isFalse();
      assertThat(application.page().locator("#govbr-recusa").textContent()).contains(code);
      assertThat(application.page().locator("#govbr-tentar-de-novo").isVisible()).isTrue();
    }
  }

  private List<String> questions() {
    return StreamSupport.stream(govBr.calls().spliterator(), false)
        .map(call -> call.path("caminho").asText())
        .filter(path -> path.startsWith("/jwk"))
        .toList();
  }

  private void behaveAtKeys(String fault, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("endpoint", "jwk");
    govBr.behave(fault, settings);
  }

  @Test
  @DisplayName("are asked for once by all identity providers that use them")
  void areShared() {
    signIn(provider);
    try (OtherProvider another = provider(ALIAS + "-2")) {
      signIn(another);
    }
    signIn(provider);

    assertThat(questions()).hasSize(1);
  }

  @ParameterizedTest(name = "that changed ({0}) heal at the very next login")
  @ValueSource(strings = {"chave-trocada-mesmo-kid", "chave-trocada-kid-novo"})
  void heal(String rotation) {
    signIn(provider);
    govBr.behave(rotation, Map.of());

    signIn(provider);

    assertThat(questions()).hasSize(2);
  }

  @Test
  @DisplayName("are not asked for again for each forged token")
  void areNotHammered() {
    Instant start = Instant.now();
    signIn(provider);
    govBr.behave("assinatura-errada", Map.of());

    for (int i = 0; i < 6; i++) {
      assertRefused("GOVBR-402");
    }

    long periods = Duration.between(start, Instant.now()).dividedBy(LIMIT) + 1;
    assertThat(questions()).hasSizeBetween(2, (int) Math.min(1 + periods, 6));
  }

  static Stream<Arguments> outages() {
    return Stream.of(
        Arguments.of("nunca-responde", Map.of(), "GOVBR-307"),
        Arguments.of("a-conta-gotas", Map.of("parametros", Map.of("bytes", 60)), "GOVBR-307"),
        Arguments.of("conexao-reiniciada", Map.of(), "GOVBR-307"),
        Arguments.of("status", Map.of(), "GOVBR-308"),
        Arguments.of("corpo-enorme", Map.of(), "GOVBR-308"),
        Arguments.of("corpo-nao-json", Map.of(), "GOVBR-308"),
        Arguments.of("corpo-vazio", Map.of(), "GOVBR-308"));
  }

  @ParameterizedTest(name = "that nobody knows and gov.br does not tell ({0}) end the login as {2}")
  @MethodSource("outages")
  void areNotTold(String fault, Map<String, Object> more, String code) {
    behaveAtKeys(fault, more);

    assertRefused(code);

    assertThat(provider.accounts()).isEmpty();
  }

  @ParameterizedTest(name = "that are known survive an outage ({0})")
  @ValueSource(strings = {"nunca-responde", "status", "corpo-nao-json"})
  void surviveAnOutage(String fault) {
    signIn(provider);
    behaveAtKeys(fault, Map.of());

    signIn(provider);
  }

  @Test
  @DisplayName("that changed while they cannot be read end the login as gov.br not answering")
  void changedDuringAnOutage() {
    signIn(provider);
    govBr.behave("chave-trocada-mesmo-kid", Map.of());
    behaveAtKeys("conexao-reiniciada", Map.of());

    assertRefused("GOVBR-307");
  }

  @Test
  @DisplayName("need not be named by the token")
  void needNotBeNamed() {
    govBr.behave("sem-kid", Map.of());

    signIn(provider);
  }

  @Test
  @DisplayName("are read anew when an administrator says so")
  void areReadAnewOnDemand() {
    signIn(provider);

    assertThat(provider.reloadKeys()).isTrue();

    assertThat(questions()).hasSize(2);
  }
}
