package io.github.govbrkeycloak.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed token, before its signature is looked at,")
class SignedTokenTest {

  private static final String CLAIMS = "{\"sub\":\"52998224725\"}";

  private static String token(String header, String claims) {
    return encoded(header) + "." + encoded(claims) + "." + encoded("signature");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void says_who_made_it_and_how() {
    SignedToken token =
        SignedToken.parse(token("{\"alg\":\"RS256\",\"kid\":\"rsa1\",\"jku\":\"x\"}", CLAIMS));
    assertThat(token.algorithm()).isEqualTo("RS256");
    assertThat(token.kid()).contains("rsa1");
    assertThat(token.signature()).asString(StandardCharsets.UTF_8).isEqualTo("signature");
    assertThat(token.claims().text("sub")).contains("52998224725");
  }

  @Test
  void may_lack_the_key_id() {
    assertThat(SignedToken.parse(token("{\"alg\":\"RS256\"}", CLAIMS)).kid()).isEmpty();
  }

  @Test
  void is_never_printed() {
    assertThat(SignedToken.parse(token("{\"alg\":\"RS256\"}", CLAIMS))).hasToString("SignedToken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\"}",
        "{\"alg\":\"nOnE\"}",
        "{\"alg\":\"rs256\"}",
        "{\"alg\":\"HS256\"}",
        "{\"alg\":null}",
        "{\"alg\":5}",
        "{\"alg\":[\"RS256\"]}",
        "{}",
        "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"RS256\",\"crit\":[]}",
        "{\"alg\":\"RS256\",\"kid\":null}",
        "{\"alg\":\"RS256\",\"kid\":7}",
        "{\"alg\":\"RS256\",\"kid\":\"\"}"
      })
  void is_refused_when_it_could_not_be_believed_anyway(String header) {
    assertRefused(token(header, CLAIMS), Reason.ID_TOKEN_SIGNATURE);
  }

  @Test
  void is_refused_without_a_signature() {
    String whole = token("{\"alg\":\"RS256\"}", CLAIMS);
    assertRefused(whole.substring(0, whole.lastIndexOf('.') + 1), Reason.ID_TOKEN_SIGNATURE);
  }

  @Test
  void is_refused_with_an_enormous_key_id() {
    assertRefused(
        token("{\"alg\":\"RS256\",\"kid\":\"" + "a".repeat(256) + "\"}", CLAIMS),
        Reason.ID_TOKEN_SIGNATURE);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("null", null),
        Arguments.of("empty", ""),
        Arguments.of("one part", "abc"),
        Arguments.of("two parts", "abc.def"),
        Arguments.of("encrypted", "a.b.c.d.e"),
        Arguments.of("dots only", ".."),
        Arguments.of("no Base64", "%%%.%%%.%%%"),
        Arguments.of("header is no JSON", token("alg=RS256", CLAIMS)),
        Arguments.of("header is a list", token("[]", CLAIMS)),
        Arguments.of("header says null", token("null", CLAIMS)),
        Arguments.of("algorithm twice", token("{\"alg\":\"RS256\",\"alg\":\"none\"}", CLAIMS)),
        Arguments.of("more after the header", token("{\"alg\":\"RS256\"}{}", CLAIMS)),
        Arguments.of("enormous", token("{\"alg\":\"RS256\"}", "x".repeat(64 * 1024))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void is_refused_when_it_is_none(String why, String token) {
    assertRefused(token, Reason.ID_TOKEN_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
        "{\"sub\":\"52998224725\",\"sub\":\"11144477735\"}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{} {}"
      })
  void is_refused_when_its_claims_are_no_object_with_every_name_once(String claims) {
    SignedToken token = SignedToken.parse(token("{\"alg\":\"RS256\"}", claims));
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(token::claims)
        .withNoCause()
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.ID_TOKEN_MALFORMED));
  }

  private static void assertRefused(String token, Reason reason) {
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(() -> SignedToken.parse(token))
        .withNoCause()
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
