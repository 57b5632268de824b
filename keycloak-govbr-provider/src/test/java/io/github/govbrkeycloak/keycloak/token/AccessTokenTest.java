package io.github.govbrkeycloak.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An access token")
class AccessTokenTest {

  private static final String CLAIMS =
      Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString("{\"sub\":\"52998224725\"}".getBytes(StandardCharsets.UTF_8));

  @Test
  void says_what_is_in_its_middle() {
    AccessToken token = AccessToken.read("e30." + CLAIMS + ".c2ln");
    assertThat(token.claims().flatMap(claims -> claims.exactText("sub"))).contains("52998224725");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "opaque", "a.b", "%.%.%", "e30.W10.c2ln", "e30.bnVsbA.c2ln", "a.b.c.d"})
  void may_be_any_text(String value) {
    AccessToken token = AccessToken.read(value);
    assertThat(token.claims()).isEmpty();
    assertThat(token.value()).isEqualTo(value);
  }

  @Test
  void is_opaque_unless_it_has_three_parts() {
    assertThat(AccessToken.read("e30." + CLAIMS).claims()).isEmpty();
    assertThat(AccessToken.read("e30." + CLAIMS + ".c2ln.more").claims()).isEmpty();
  }

  @Test
  void is_never_printed() {
    assertThat(AccessToken.read("e30." + CLAIMS + ".c2ln")).hasToString("AccessToken");
  }
}
