package io.github.govbrkeycloak.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An access token beside an ID token")
class AccessTokenMatchTest {

  private static final String PERSON = "52998224725";

  private static String jwt(String claims) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "e30." + encoded + ".c2ln";
  }

  private static boolean holds(String accessToken, Map<String, Object> idToken) {
    return AccessTokenMatch.holds(AccessToken.read(accessToken), new Claims(idToken), "RS256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opaque",
        "a.b.c",
        "%.%.%",
        "{\"sub\":\"52998224725\"}",
        "{\"sub\":\"529.982.247-25\"}",
        "{\"sub\":\"client\"}",
        "{\"sub\":5}",
        "{}",
        "[]"
      })
  void belongs_to_it_when_nothing_speaks_against(String token) {
    String accessToken = token.startsWith("{") || token.startsWith("[") ? jwt(token) : token;
    assertThat(holds(accessToken, Map.of("sub", PERSON))).isTrue();
  }

  @Test
  void is_refused_when_it_is_about_another_person() {
    assertThat(holds(jwt("{\"sub\":\"11144477735\"}"), Map.of("sub", PERSON))).isFalse();
  }

  @Test
  void is_compared_with_the_hash_when_there_is_one() {
    // The example of OpenID Connect Core 1.0, appendix A.4: half of the token's SHA-256.
    String accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
    assertThat(holds(accessToken, Map.of("sub", "x", "at_hash", "77QmUPtjPfzWtF2AnpK9RQ")))
        .isTrue();
    assertThat(holds(accessToken + "x", Map.of("sub", "x", "at_hash", "77QmUPtjPfzWtF2AnpK9RQ")))
        .isFalse();
    assertThat(holds(accessToken, Map.of("sub", "x", "at_hash", ""))).isFalse();
    assertThat(holds(accessToken, Map.of("sub", "x", "at_hash", 5))).isFalse();
  }
}
