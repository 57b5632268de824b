package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Somebody else's account cannot be taken over by e-mail")
class AccountTakeoverIT {

  private static final String PERSON = "ouro-certificado";
  private static final String VICTIM = "vitima@orgao.exemplo.gov.br";
  private static final String LOOK_ALIKE = "v\u0456tima@orgao.exemplo.gov.br";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private final KeycloakAdmin admin = system.keycloakAdmin();
  private OtherProvider provider;
  private TestApplication application;
  private JsonNode victim;

  @BeforeEach
  void createVictim() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    provider = OtherProvider.govBr(system, "govbr-email", Map.of("consultarUserinfo", "true"));
    application = TestApplication.open(system);
    admin.post(
        "/users",
        Map.of(
            "username",
            "vitima",
            "email",
            VICTIM,
            "emailVerified",
            true,
            "enabled",
            true,
            "firstName",
            "Vítima"));
    victim = victimNow();
  }

  @AfterEach
  void close() {
    govBr.behaveNormally();
    application.close();
    provider.close();
    admin.delete("/users/" + victim.path("id").asText());
  }

  private JsonNode victimNow() {
    String id = admin.get("/users?exact=true&username=vitima").get(0).path("id").asText();
    return admin.get("/users/" + id);
  }

  private void say(String email, Object verified) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("email", email);
    claims.put("email_verified", verified);
    govBr.behave("claims-trocados", Map.of("parametros", Map.of("dados", claims)));
  }

  private void signIn() {
    application.openLogin(provider.hint());
    application.finishAtGovBrIfAskedAs(PERSON);
    assertThat(application.isReached()).isTrue();
  }

  private JsonNode attacker() {
    return provider.accounts().values().iterator().next();
  }

  private void assertVictimIsUntouched() {
    assertThat(victimNow()).isEqualTo(victim);
    assertThat(admin.get("/users/" + victim.path("id").asText() + "/federated-identity")).isEmpty();
    assertThat(provider.accounts()).doesNotContainKey(victim.path("id").asText());
  }

  static Stream<Arguments> claims() {
    return Stream.of(
        Arguments.of("unverified", VICTIM, "false", ""),
        Arguments.of("verified in words", VICTIM, "true", VICTIM),
        Arguments.of("verified in a way that is none", VICTIM, "sim", VICTIM),
        Arguments.of("in capitals", VICTIM.toUpperCase(Locale.ROOT), "false", ""),
        Arguments.of("that only looks alike", LOOK_ALIKE, "false", ""));
  }

  @ParameterizedTest(name = "that gov.br states {0}")
  @MethodSource("claims")
  void byTheSameEmail(String how, String email, Object verified, String expected) {
    say(email, verified);
    govBr.behave("status", Map.of("endpoint", "userinfo"));

    signIn();

    assertVictimIsUntouched();
    assertThat(attacker().path("email").asText()).isEqualTo(expected);
    assertThat(attacker().path("emailVerified").asBoolean()).isEqualTo("true".equals(verified));
  }

  @Test
  @DisplayName("that gov.br states later, unverified, of an account with a verified one")
  void byChangingItLater() {
    signIn();
    String own = attacker().path("email").asText();
    assertThat(attacker().path("emailVerified").asBoolean()).isTrue();
    say(VICTIM, "false");
    govBr.behave("status", Map.of("endpoint", "userinfo"));

    application.openLogin(Map.of("kc_idp_hint", provider.alias(), "prompt", "login"));
    application.finishAtGovBrIfAskedAs(PERSON);

    assertVictimIsUntouched();
    assertThat(attacker().path("email").asText()).isEqualTo(own);
  }
}
