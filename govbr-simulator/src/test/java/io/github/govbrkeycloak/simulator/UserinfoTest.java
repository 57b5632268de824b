package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Userinfo")
class UserinfoTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @ParameterizedTest
  @ValueSource(strings = {"/userinfo", "/userinfo/"})
  void tells_the_person_with_real_booleans(String path) {
    Tokens tokens = RUNNING.service().tokens("nome-social");
    JsonNode facts = RUNNING.service().get(path, tokens.accessToken()).json();

    assertThat(facts.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "sub",
            "name",
            "social_name",
            "profile",
            "picture",
            "email",
            "email_verified",
            "phone_number",
            "phone_number_verified");
    assertThat(facts.path("sub").asText()).isEqualTo("90908080786");
    assertThat(facts.path("email_verified").isBoolean()).isTrue();
    assertThat(facts.path("phone_number_verified").booleanValue()).isTrue();
  }

  @Test
  void tells_no_address_that_is_not_confirmed() {
    JsonNode facts =
        RUNNING
            .service()
            .get("/userinfo", RUNNING.service().tokens("sem-email").accessToken())
            .json();
    assertThat(facts.has("email")).isFalse();
    assertThat(facts.path("email_verified").booleanValue()).isFalse();
  }

  @Test
  void tells_only_what_the_scopes_allow() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid");
    Tokens tokens = RUNNING.service().tokens("ouro-otp", request);
    assertThat(RUNNING.service().get("/userinfo", tokens.accessToken()).json().fieldNames())
        .toIterable()
        .containsExactly("sub");
  }

  @Test
  void refuses_whoever_has_no_token() {
    assertRefused(RUNNING.service().get("/userinfo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."})
  void refuses_what_is_no_token(String token) {
    assertRefused(RUNNING.service().get("/userinfo", token));
  }

  @Test
  void refuses_a_token_with_another_signature() {
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    String forged = token.substring(0, token.lastIndexOf('.')) + "." + "A".repeat(342);
    assertRefused(RUNNING.service().get("/userinfo", forged));
  }

  @Test
  void refuses_an_id_token() {
    assertRefused(
        RUNNING.service().get("/userinfo", RUNNING.service().tokens("ouro-otp").idToken()));
  }

  @Test
  void has_a_picture_in_plain_bytes() throws Exception {
    Answer picture =
        RUNNING
            .service()
            .get("/userinfo/picture", RUNNING.service().tokens("ouro-otp").accessToken());
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth()).isPositive();
  }

  @Test
  void has_no_picture_of_somebody_without_one() {
    assertThat(
            RUNNING
                .service()
                .get("/userinfo/picture", RUNNING.service().tokens("sem-email").accessToken())
                .status())
        .isEqualTo(404);
  }

  @Test
  void shows_no_picture_without_token() {
    assertRefused(RUNNING.service().get("/userinfo/picture"));
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("error").asText()).isEqualTo("invalid_token");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }
}
