package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("In environment outro a standard issuer")
class StandardIssuerIT {

  private static final String ALIAS = "emissor-comum";
  private static final TestKey RSA = TestKey.rsa("rsa1", 2048);
  private static final TestKey EC = TestKey.ec("ec1");

  private final RunningSystem system = RunningSystem.get();
  private final StandardIssuer issuer = StandardIssuer.start(RSA);
  private TestApplication application;
  private OtherProvider provider;

  @BeforeEach
  void openApplication() {
    application = TestApplication.open(system);
    provider = OtherProvider.at(issuer, system, ALIAS, Map.of());
  }

  @AfterEach
  void close() {
    application.close();
    provider.close();
    issuer.close();
  }

  static Stream<TestKey> keys() {
    return Stream.of(RSA, EC);
  }

  private void signIn() {
    application.openLogin(provider.hint());
    application.page().waitForCondition(() -> application.isReached() || isRefused());
  }

  private boolean isRefused() {
    return application.page().locator("#govbr-recusa").count() > 0;
  }

  private void assertRefused(String code) {
    signIn();
    assertThat(application.isReached()).isFalse();
    assertThat(application.page().locator("#govbr-recusa").textContent()).contains(code);
    assertThat(provider.accounts()).isEmpty();
  }

  private void assertAccepted() {
    signIn();
    assertThat(application.isReached()).isTrue();
  }

  @ParameterizedTest(name = "that signs with {0} signs people in whose subject is no CPF")
  @MethodSource("keys")
  void signsPeopleIn(TestKey key) {
    issuer.publish(List.of(key.jwk()));
    issuer.signWith(key);

    assertAccepted();

    JsonNode claims = Jwt.claims(application.tokens().path("id_token").asText());
    assertThat(claims.has("cpf")).isFalse();
    assertThat(claims.path("acr").asText()).isEqualTo("0");
    assertThat(issuer.called()).containsExactly("auth", "tok", "keys", "info");
    assertThat(provider.accounts().values())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.path("firstName").asText()).isEqualTo("Maria");
              assertThat(account.path("emailVerified").asBoolean()).isTrue();
              assertThat(account.path("username").asText()).startsWith("govbr-");
            });
  }

  @Test
  @DisplayName("gets the parameters of the setting beside those that protect the login")
  void getsMoreParameters() {
    provider =
        OtherProvider.at(
            issuer, system, ALIAS, Map.of("parametrosAutorizacao", "display=page&x=a%26b"));

    assertAccepted();

    assertThat(issuer.lastRequest())
        .containsEntry("display", "page")
        .containsEntry("x", "a&b")
        .containsEntry("response_type", "code")
        .containsKeys("state", "nonce", "code_challenge");
  }

  @Test
  @DisplayName("is refused without the setting that lets the subject be no CPF")
  void needsTheSetting() {
    provider = OtherProvider.at(issuer, system, ALIAS, Map.of("sujeitoLivre", "false"));

    assertRefused("GOVBR-408");
  }

  @Test
  @DisplayName("may name itself on the way back, and nobody else")
  void namesItself() {
    issuer.nameOnTheWayBack("https://outro-emissor.example");

    assertRefused("GOVBR-105");
    assertThat(issuer.called()).containsExactly("auth");
  }

  @Test
  @DisplayName("may state the access token's hash, which is then compared")
  void statesTheHash() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(StandardIssuer.ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
    issuer.state(
        "at_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));

    assertAccepted();
  }

  @Test
  @DisplayName("is refused when the hash is of another access token")
  void statesAWrongHash() {
    issuer.state("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");

    assertRefused("GOVBR-409");
    assertThat(issuer.called()).doesNotContain("info");
  }

  @Test
  @DisplayName(
      "does not verify userinfo's e-mail by the ID token's word about one it does not name")
  void emailIsVerifiedByItsOwnSourceOnly() {
    issuer.state("email_verified", "true");
    issuer.keepSilentAbout("email_verified");

    assertAccepted();

    assertThat(provider.accounts().values())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.path("email").asText()).isEqualTo("maria@teste.example");
              assertThat(account.path("emailVerified").asBoolean()).isFalse();
            });
  }

  @Test
  @DisplayName("may name us in a list of audiences, with us as the authorized party")
  void audienceMayBeAList() {
    issuer.state("aud", List.of("outro", StandardIssuer.CLIENT_ID));
    issuer.state("azp", StandardIssuer.CLIENT_ID);

    assertAccepted();
  }

  @Test
  @DisplayName("may have several keys and a token that names none")
  void tokenWithoutAKid() {
    issuer.publish(List.of(TestKey.rsa("rsa0", 2048).jwk(), EC.jwk(), RSA.jwk()));
    issuer.head("kid", null);

    assertAccepted();
  }

  @Test
  @DisplayName("is refused when its key is shorter than 2,048 bits")
  void shortKeyIsRefused() {
    TestKey shortKey = TestKey.rsa("rsa1", 1024);
    issuer.publish(List.of(shortKey.jwk()));
    issuer.signWith(shortKey);

    assertRefused("GOVBR-308");
  }

  @Test
  @DisplayName("is refused when it publishes a shared secret in place of a key")
  void sharedSecretIsRefused() {
    issuer.publish(List.of(Map.of("kty", "oct", "kid", "rsa1", "k", "c2VncmVkbw")));

    assertRefused("GOVBR-308");
  }

  @Test
  @DisplayName("with gov.br's own key id does not disturb gov.br's logins, nor they its")
  void sameKidAtTwoIssuers() {
    assertAccepted();
    try (TestApplication atGovBr = TestApplication.open(system)) {
      system.govBr().forgetEverybody();
      atGovBr.signInAs("cin");
      assertThat(atGovBr.isReached()).isTrue();
      Accounts.delete(system, "cin");
    }
    application.close();
    application = TestApplication.open(system);
    assertAccepted();
    assertThat(issuer.called()).containsOnlyOnce("keys");
  }
}
