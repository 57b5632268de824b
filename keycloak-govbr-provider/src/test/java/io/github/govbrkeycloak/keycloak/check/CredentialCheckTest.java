package io.github.govbrkeycloak.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of the credential")
class CredentialCheckTest {

  private static final CredentialCheck CHECK =
      new CredentialCheck("orgao.gov.br", Set.of("openid", "profile", "govbr_empresa"));

  private static Finding scopes(int status, String body) {
    return CHECK.scopes(Optional.of(Results.answer(status, body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scope: [phone, openid, profile, govbr_empresa]\"}",
        "{\"error\":\"invalid_scope\",\"error_description\":\"Allowed: openid,profile,govbr_empresa.\"}",
        "{\"error\":\"invalid_scope\",\"scope\":\"openid profile govbr_empresa\"}"
      })
  void finds_the_scopes_in_whatever_words_gov_br_lists_them(String body) {
    assertThat(scopes(400, body).verdict()).isEqualTo(Verdict.GREEN);
    assertThat(CHECK.credential(Results.answer(400, body)).verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void names_the_scopes_that_are_missing() {
    Finding finding = scopes(400, "{\"error_description\":\"Allowed: openid, profile_x\"}");

    assertThat(finding.verdict()).isEqualTo(Verdict.RED);
    assertThat(finding.details()).containsExactly("govbr_empresa, profile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "não é JSON", "{}", "{\"error_description\":\"sem lista\"}"})
  void does_not_guess_from_an_answer_without_a_list(String body) {
    assertThat(scopes(400, body).verdict()).isEqualTo(Verdict.YELLOW);
    assertThat(CHECK.credential(Results.answer(400, body)).verdict()).isEqualTo(Verdict.YELLOW);
  }

  @ParameterizedTest
  @CsvSource({"200,GREEN", "401,RED", "403,YELLOW", "404,YELLOW", "429,YELLOW"})
  void judges_by_the_status_where_it_means_something(int status, Verdict verdict) {
    assertThat(CHECK.credential(Results.answer(status, "{}")).verdict()).isEqualTo(verdict);
  }

  @Test
  void does_not_know_whether_a_credential_is_wrong_or_only_not_allowed_to_ask_in_its_own_name() {
    String body = "{\"error\":\"unauthorized_client\"}";

    assertThat(CHECK.credential(Results.answer(401, body)).verdict()).isEqualTo(Verdict.YELLOW);
    assertThat(CHECK.credential(Results.answer(400, body)).verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void is_red_without_an_answer_and_does_not_judge_the_scopes() {
    assertThat(CHECK.credential(Results.none()).verdict()).isEqualTo(Verdict.RED);
    assertThat(CHECK.scopes(Optional.of(Results.none())).verdict()).isEqualTo(Verdict.YELLOW);
    assertThat(CHECK.scopes(Optional.empty()).verdict()).isEqualTo(Verdict.YELLOW);
  }
}
