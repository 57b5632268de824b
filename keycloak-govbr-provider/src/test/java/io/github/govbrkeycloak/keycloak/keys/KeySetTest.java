package io.github.govbrkeycloak.keycloak.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.crypto.KeyWrapper;

@DisplayName("An issuer's published keys")
class KeySetTest {

  private static final Optional<String> RSA1 = Optional.of("rsa1");

  @Test
  void may_lack_use_as_that_of_gov_br() {
    KeySet keys = KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", "\"alg\":\"RS256\",")));
    assertThat(keys.candidates(RSA1, "RS256")).hasSize(1);
  }

  @Test
  void serve_the_algorithm_that_they_state_and_no_other() {
    KeySet keys = KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", "\"alg\":\"RS256\",")));
    assertThat(keys.candidates(RSA1, "RS512")).isEmpty();
    assertThat(keys.candidates(RSA1, "HS256")).isEmpty();
  }

  @Test
  void serve_every_algorithm_of_their_kind_when_they_state_none() {
    KeySet keys = KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", "")));
    assertThat(keys.candidates(RSA1, "RS512"))
        .extracting(KeyWrapper::getAlgorithm)
        .containsExactly("RS512");
    assertThat(keys.candidates(RSA1, "RS256"))
        .extracting(KeyWrapper::getAlgorithm)
        .containsExactly("RS256");
  }

  @Test
  void are_found_by_their_id_and_all_are_tried_for_a_token_without() {
    KeySet keys =
        KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", ""), JwkText.rsa(2048, "rsa2", "")));
    assertThat(keys.candidates(Optional.of("rsa2"), "RS256")).hasSize(1);
    assertThat(keys.candidates(Optional.of("rsa3"), "RS256")).isEmpty();
    assertThat(keys.candidates(Optional.of("RSA1"), "RS256")).isEmpty();
    assertThat(keys.candidates(Optional.empty(), "RS256")).hasSize(2);
  }

  @Test
  void are_left_out_one_by_one_when_they_cannot_sign_safely() {
    KeySet keys =
        KeySet.parse(
            JwkText.set(
                "null",
                "{}",
                "{\"kty\":\"oct\",\"kid\":\"rsa1\",\"k\":\"c2VncmVkbw\"}",
                "{\"kty\":\"RSA\",\"kid\":\"rsa1\",\"n\":\"%%%\",\"e\":\"AQAB\"}",
                JwkText.rsa(1024, "rsa1", ""),
                JwkText.rsa(2048, "rsa1", "\"use\":\"enc\","),
                JwkText.rsa(2048, "rsa1", "\"use\":\"sig\",")));
    assertThat(keys.candidates(RSA1, "RS256"))
        .singleElement()
        .satisfies(
            key ->
                assertThat(((RSAPublicKey) key.getPublicKey()).getModulus().bitLength())
                    .isEqualTo(2048));
  }

  @Test
  void are_handed_out_as_copies() {
    KeySet keys = KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", "")));
    keys.candidates(RSA1, "RS256").get(0).setAlgorithm("none");
    assertThat(keys.candidates(RSA1, "RS256").get(0).getAlgorithm()).isEqualTo("RS256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>",
        "{\"keys\":null}",
        "{\"keys\":[]}",
        "{\"keys\":{}}",
        "{\"keys\":[null]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"rsa1\",\"k\":\"c2VncmVkbw\"}]}"
      })
  void are_refused_when_none_can_be_used(String published) {
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(() -> KeySet.parse(published))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.KEYS_UNUSABLE));
  }

  @Test
  void are_refused_when_the_only_one_is_too_short() {
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(() -> KeySet.parse(JwkText.set(JwkText.rsa(1024, "rsa1", ""))));
  }
}
