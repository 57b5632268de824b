package io.github.govbrkeycloak.keycloak.steps.senha;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The token that tells who typed the password")
class PasswordTokenTest {

  private static final Instant ASKED_AT = Instant.ofEpochSecond(1_800_000_000);
  private static final Instant NOW = ASKED_AT.plusSeconds(90);
  private static final String SSO = "https://sso.acesso.gov.br/";
  private static final String OAUTH = "https://oauth.acesso.gov.br/";

  private static final PasswordToken RULES =
      new PasswordToken(Set.of(SSO, OAUTH), "orgao/senha", Duration.ofSeconds(30), false);

  private static Map<String, Object> token() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", SSO);
    claims.put("aud", "orgao/senha");
    claims.put("sub", "52998224725");
    claims.put("scope", List.of("password-validation"));
    claims.put("iat", NOW.getEpochSecond() - 5);
    claims.put("exp", NOW.getEpochSecond() + 3_600);
    return claims;
  }

  private static Optional<Reason> broken(Map<String, Object> claims) {
    return RULES.firstBroken(new Claims(claims), ASKED_AT, NOW);
  }

  @Test
  void is_good_as_gov_br_writes_it() {
    assertThat(broken(token())).isEmpty();
  }

  static Stream<Arguments> tolerated() {
    return Stream.of(
        Arguments.of("iss", OAUTH),
        Arguments.of("aud", List.of("orgao/senha")),
        Arguments.of("sub", "529.982.247-25"),
        Arguments.of("scope", null),
        Arguments.of("scope", "openid password-validation"),
        Arguments.of("iat", ASKED_AT.getEpochSecond() - 29),
        Arguments.of("iat", NOW.getEpochSecond() + 29),
        Arguments.of("exp", NOW.getEpochSecond() - 29));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("tolerated")
  void may_differ_where_documents_and_clocks_do(String claim, Object value) {
    Map<String, Object> claims = token();
    claims.put(claim, value);
    assertThat(broken(claims)).isEmpty();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of("iss", "https://evil.example/", Reason.ID_TOKEN_ISSUER),
        Arguments.of("iss", "https://sso.acesso.gov.br", Reason.ID_TOKEN_ISSUER),
        Arguments.of("iss", null, Reason.ID_TOKEN_ISSUER),
        Arguments.of("aud", "portal", Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("aud", List.of("orgao/senha", "portal"), Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("aud", null, Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("scope", List.of("openid", "profile"), Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("scope", "openid", Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("exp", NOW.getEpochSecond() - 31, Reason.ID_TOKEN_EXPIRED),
        Arguments.of("exp", "amanhã", Reason.ID_TOKEN_EXPIRED),
        Arguments.of("exp", null, Reason.ID_TOKEN_EXPIRED),
        Arguments.of("iat", ASKED_AT.getEpochSecond() - 31, Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", NOW.getEpochSecond() + 31, Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", null, Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("sub", "52998224724", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", " 52998224725", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", null, Reason.ID_TOKEN_SUBJECT));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("lies")
  void is_refused_when_it_is_another_token(String claim, Object value, Reason reason) {
    Map<String, Object> claims = token();
    claims.put(claim, value);
    assertThat(broken(claims)).contains(reason);
  }
}
