package io.github.govbrkeycloak.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The broker's user name")
class PseudonymTest {

  private static final String PERSON = "52998224725";

  private static SecretKey key(String secret) {
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512");
  }

  @Test
  void is_stable_and_says_nothing_of_the_cpf() {
    assertThat(Pseudonym.of(PERSON, "govbr", key("a")))
        .isEqualTo(Pseudonym.of(PERSON, "govbr", key("a")))
        .matches("govbr-[a-z2-7]{26}");
  }

  @Test
  void differs_between_persons_identity_providers_and_realms() {
    assertThat(Pseudonym.of(PERSON, "govbr", key("a")))
        .isNotEqualTo(Pseudonym.of("11144477735", "govbr", key("a")))
        .isNotEqualTo(Pseudonym.of(PERSON, "govbr-homologacao", key("a")))
        .isNotEqualTo(Pseudonym.of(PERSON, "govbr", key("b")));
  }
}
