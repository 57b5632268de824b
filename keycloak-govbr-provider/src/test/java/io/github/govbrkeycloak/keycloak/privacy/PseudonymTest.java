package io.github.govbrkeycloak.keycloak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pseudonym")
class PseudonymTest {

  private static final String PERSON = "52998224725";

  static PseudonymKey key(String id, String secret) {
    return new PseudonymKey(
        id, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
  }

  @Test
  void is_stable_and_says_nothing_of_the_cpf() {
    assertThat(Pseudonym.userName(PERSON, "govbr", key("", "a")))
        .isEqualTo(Pseudonym.userName(PERSON, "govbr", key("", "a")))
        .matches("govbr-[a-z2-7]{26}");
  }

  @Test
  void names_its_key_unless_it_is_the_realms() {
    assertThat(Pseudonym.userName(PERSON, "govbr", key("2026", "a")))
        .matches("govbr-2026-[a-z2-7]{26}");
    assertThat(Pseudonym.federatedId(PERSON, "govbr", key("2026", "a")))
        .matches("2026-[a-z2-7]{26}");
  }

  @Test
  void differs_between_persons_identity_providers_keys_and_uses() {
    String name = Pseudonym.userName(PERSON, "govbr", key("", "a"));
    assertThat(name)
        .isNotEqualTo(Pseudonym.userName("11144477735", "govbr", key("", "a")))
        .isNotEqualTo(Pseudonym.userName(PERSON, "govbr-homologacao", key("", "a")))
        .isNotEqualTo(Pseudonym.userName(PERSON, "govbr", key("", "b")));
    assertThat(name).doesNotContain(Pseudonym.federatedId(PERSON, "govbr", key("", "a")));
  }
}
