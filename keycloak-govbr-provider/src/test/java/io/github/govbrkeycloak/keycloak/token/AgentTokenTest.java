package io.github.govbrkeycloak.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

@DisplayName("An agent's access token")
class AgentTokenTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Claims ID_TOKEN =
      new Claims(Map.of("iss", "https://sso.acesso.gov.br/", "sub", "529.982.247-25"));

  private static Map<String, Object> agent() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "https://sso.acesso.gov.br/");
    claims.put("aud", "portal");
    claims.put("sub", "52998224725");
    claims.put("exp", NOW.getEpochSecond() + 3_600);
    claims.put("scope", List.of("openid"));
    claims.put("agent", true);
    claims.put("grantor_account", "11144477735");
    return claims;
  }

  private static String jwt(Map<String, Object> claims) {
    return base64("{\"alg\":\"RS256\",\"kid\":\"rsa1\"}") + "." + base64(json(claims)) + ".c2ln";
  }

  private static String json(Map<String, Object> claims) {
    try {
      return JsonSerialization.writeValueAsString(claims);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Cpf> represented(Map<String, Object> claims, boolean signed) {
    return AgentToken.of(AccessToken.read(jwt(claims)))
        .flatMap(
            token ->
                token.represented(ID_TOKEN, "portal", jws -> signed, NOW, Duration.ofSeconds(30)));
  }

  @Test
  void says_on_whose_behalf_the_person_signed_in() {
    assertThat(represented(agent(), true)).contains(Cpf.of("11144477735"));
  }

  @Test
  void is_nothing_without_gov_brs_signature() {
    assertThat(represented(agent(), false)).isEmpty();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of("iss", "https://evil.example/"),
        Arguments.of("iss", null),
        Arguments.of("aud", "another-client"),
        Arguments.of("aud", null),
        Arguments.of("sub", "11144477735"),
        Arguments.of("sub", null),
        Arguments.of("exp", NOW.getEpochSecond() - 60),
        Arguments.of("exp", null),
        Arguments.of("grantor_account", "00000000000"),
        Arguments.of("grantor_account", List.of("11144477735")),
        Arguments.of("grantor_account", null));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("lies")
  void is_not_believed_when_it_is_not_the_id_tokens_sibling(String claim, Object value) {
    Map<String, Object> claims = agent();
    claims.put(claim, value);
    assertThat(represented(claims, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b.c", "a..b..c", "e30.W10.c2ln", "e30.e30.c2ln"})
  void may_be_anything_when_nobody_claims_to_be_an_agent(String accessToken) {
    assertThat(AgentToken.of(AccessToken.read(accessToken))).isEmpty();
  }

  @Test
  void is_no_agents_when_it_does_not_say_so() {
    Map<String, Object> claims = agent();
    claims.put("agent", "false");
    assertThat(AgentToken.of(AccessToken.read(jwt(claims)))).isEmpty();
  }
}
