package io.github.govbrkeycloak.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An ID token of gov.br")
class IdTokenRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String NONCE = "nonce-of-this-login";
  private static final IdTokenRules RULES =
      new IdTokenRules(
          "https://sso.acesso.gov.br/", "portal.gov.br", Duration.ofSeconds(30), false);

  private static Map<String, Object> good() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "https://sso.acesso.gov.br/");
    claims.put("aud", "portal.gov.br");
    claims.put("exp", NOW.plusSeconds(60).getEpochSecond());
    claims.put("iat", NOW.getEpochSecond());
    claims.put("nonce", NONCE);
    claims.put("sub", "52998224725");
    return claims;
  }

  private static Optional<Reason> check(Map<String, Object> claims) {
    return RULES.firstBroken(new Claims(claims), Optional.of(NONCE), NOW);
  }

  @Test
  void is_believed_when_it_keeps_every_rule() {
    assertThat(check(good())).isEmpty();
  }

  @Test
  void may_print_the_subject_with_punctuation_as_one_document_does() {
    Map<String, Object> claims = good();
    claims.put("sub", "529982247-25");
    assertThat(check(claims)).isEmpty();
  }

  @Test
  void may_come_from_a_clock_that_is_a_little_ahead() {
    Map<String, Object> claims = good();
    claims.put("iat", NOW.plusSeconds(29).getEpochSecond());
    assertThat(check(claims)).isEmpty();
  }

  @Test
  void may_name_its_audience_in_a_list_of_one() {
    Map<String, Object> claims = good();
    claims.put("aud", List.of("portal.gov.br"));
    assertThat(check(claims)).isEmpty();
  }

  @Test
  void may_have_further_audiences_when_it_was_issued_to_us() {
    Map<String, Object> claims = good();
    claims.put("aud", List.of("another", "portal.gov.br"));
    claims.put("azp", "portal.gov.br");
    assertThat(check(claims)).isEmpty();
  }

  @Test
  void may_be_of_anybody_only_where_a_setting_says_so() {
    Map<String, Object> claims = good();
    claims.put("sub", "user-subject-1234531");
    IdTokenRules free = new IdTokenRules(RULES.issuer(), RULES.clientId(), RULES.clockSkew(), true);
    assertThat(free.firstBroken(new Claims(claims), Optional.of(NONCE), NOW)).isEmpty();
    assertThat(check(claims)).contains(Reason.ID_TOKEN_SUBJECT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noSubject")
  void needs_a_subject_even_where_it_is_free(Object subject) {
    Map<String, Object> claims = good();
    claims.put("sub", subject);
    IdTokenRules free = new IdTokenRules(RULES.issuer(), RULES.clientId(), RULES.clockSkew(), true);
    assertThat(free.firstBroken(new Claims(claims), Optional.of(NONCE), NOW))
        .contains(Reason.ID_TOKEN_SUBJECT);
  }

  static Stream<Object> noSubject() {
    return Stream.of("", " ", " blank", "nul\u0000", 5, List.of("a"), "x".repeat(256));
  }

  @Test
  void is_refused_when_this_login_sent_no_nonce() {
    assertThat(RULES.firstBroken(new Claims(good()), Optional.empty(), NOW))
        .contains(Reason.ID_TOKEN_NONCE);
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @MethodSource("broken")
  void is_refused_when_one_claim_is_wrong(String claim, Object value, Reason reason) {
    Map<String, Object> claims = good();
    claims.put(claim, value);
    assertThat(check(claims)).contains(reason);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("iss", null, Reason.ID_TOKEN_ISSUER),
        Arguments.of("iss", "https://sso.acesso.gov.br", Reason.ID_TOKEN_ISSUER),
        Arguments.of("iss", "https://sso.staging.acesso.gov.br/", Reason.ID_TOKEN_ISSUER),
        Arguments.of("iss", List.of("https://sso.acesso.gov.br/"), Reason.ID_TOKEN_ISSUER),
        Arguments.of("aud", null, Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("aud", "another", Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("aud", List.of("portal.gov.br", "another"), Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("aud", List.of("portal.gov.br", Map.of()), Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("aud", List.of(), Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("azp", "another", Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("azp", "", Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("azp", 7, Reason.ID_TOKEN_AUDIENCE),
        Arguments.of("exp", null, Reason.ID_TOKEN_EXPIRED),
        Arguments.of("exp", NOW.minusSeconds(31).getEpochSecond(), Reason.ID_TOKEN_EXPIRED),
        Arguments.of("exp", "tomorrow", Reason.ID_TOKEN_EXPIRED),
        Arguments.of("exp", Long.MAX_VALUE, Reason.ID_TOKEN_EXPIRED),
        Arguments.of("iat", null, Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", NOW.plusSeconds(31).getEpochSecond(), Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", "now", Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", 0, Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", NOW.minusSeconds(3631).getEpochSecond(), Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("iat", NOW.toEpochMilli(), Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("nbf", NOW.plusSeconds(31).getEpochSecond(), Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("nbf", "tomorrow", Reason.ID_TOKEN_ISSUED_AT),
        Arguments.of("nonce", null, Reason.ID_TOKEN_NONCE),
        Arguments.of("nonce", "of-another-login", Reason.ID_TOKEN_NONCE),
        Arguments.of("nonce", "", Reason.ID_TOKEN_NONCE),
        Arguments.of("sub", null, Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "52998224724", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "11111111111", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "5299822472", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", 52998224725L, Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", " 52998224725", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "52998224725\u0000", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "５２９９８２２４７２５", Reason.ID_TOKEN_SUBJECT),
        Arguments.of("sub", "٥٢٩٩٨٢٢٤٧٢٥", Reason.ID_TOKEN_SUBJECT));
  }
}
