package io.github.govbrkeycloak.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The token endpoint's answer")
class TokenAnswerTest {

  @Test
  void may_carry_its_scopes_as_a_list() {
    String body = "{\"access_token\":\"a\",\"id_token\":\"i\",\"scope\":[\"openid\",\"email\"]}";
    assertThat(TokenAnswer.parse(body).json()).contains("\"scope\":\"openid email\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>Request Rejected</html> | TOKEN_MALFORMED",
        "'' | TOKEN_MALFORMED",
        "null | TOKEN_MALFORMED",
        "[] | TOKEN_MALFORMED",
        "\"text\" | TOKEN_MALFORMED",
        "{ | TOKEN_MALFORMED",
        "{} | TOKEN_MALFORMED",
        "{\"access_token\":7,\"id_token\":\"i\"} | TOKEN_MALFORMED",
        "{\"access_token\":\"a\"} | ID_TOKEN_MALFORMED",
        "{\"access_token\":\"a\",\"id_token\":null} | ID_TOKEN_MALFORMED"
      })
  void is_refused_when_it_is_not_what_it_should_be(String body, Reason reason) {
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(() -> TokenAnswer.parse(body))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void leaves_no_trace_of_its_content_in_the_error() {
    StringWriter trace = new StringWriter();
    try {
      TokenAnswer.parse("{\"access_token\":\"very-secret\" broken");
    } catch (LoginRefusedException refused) {
      refused.printStackTrace(new PrintWriter(trace));
    }
    assertThat(trace.toString()).contains("GOVBR-305").doesNotContain("secret");
  }

  @Test
  void is_passed_on_as_it_came_when_it_is_in_order() {
    String body = "{ \"access_token\":\"a\", \"id_token\":\"i\", \"scope\":\"openid\" }";
    assertThat(TokenAnswer.parse(body).json()).isEqualTo(body);
  }
}
