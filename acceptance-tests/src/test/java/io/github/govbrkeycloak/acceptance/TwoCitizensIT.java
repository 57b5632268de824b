package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.Tokens;
import io.github.govbrkeycloak.acceptance.citizen.AccountPage;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("Two citizens at one computer")
class TwoCitizensIT {

  @Test
  void see_each_their_own_facts_and_nothing_of_the_other(
      Citizen browser, GovBr govBr, SecondApplication application) {
    Persona first = govBr.persona("empresa-certificado");
    Persona second = govBr.persona("bronze-senha");

    browser.signInAs(first);
    Tokens ofTheFirst = application.signInAgain(browser.page());
    browser.signOut();
    AccountPage account = browser.signInAs(second);

    assertThat(account.fact("nome")).contains(second.nome());
    assertThat(account.fact("cnpj")).as("the company of the one before").isEmpty();
    assertThat(account.text()).doesNotContain(first.nome());
    Tokens ofTheSecond = application.signInAgain(browser.page());
    StatedClaims.in(ofTheFirst.idToken()).describe(first);
    StatedClaims.in(ofTheSecond.idToken()).describe(second);
    assertThat(subject(ofTheFirst)).isNotEqualTo(subject(ofTheSecond));
  }

  @Test
  void of_whom_one_comes_back_is_the_same_account_as_before(
      Citizen first, Citizen second, GovBr govBr, SecondApplication application) {
    Persona persona = govBr.persona("nome-social");
    first.signInAs(persona);
    Tokens before = application.signInAgain(first.page());
    first.signOut();

    second.signInAs(persona);
    Tokens after = application.signInAgain(second.page());

    assertThat(subject(after)).isEqualTo(subject(before));
    assertThat(username(after)).isEqualTo(username(before));
  }

  private static JsonNode subject(Tokens tokens) {
    return tokens.idToken().path("sub");
  }

  private static JsonNode username(Tokens tokens) {
    return tokens.idToken().path("preferred_username");
  }
}
