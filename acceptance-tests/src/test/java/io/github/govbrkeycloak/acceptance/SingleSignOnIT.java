package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.Tokens;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("A citizen who goes on to a second application")
class SingleSignOnIT {

  @ParameterizedTest
  @ValueSource(
      strings = {"bronze-senha", "prata-banco", "ouro-otp", "empresa-certificado", "futuro"})
  void is_signed_in_without_a_page_and_with_the_same_level_and_factors(
      String id, Citizen citizen, GovBr govBr, SecondApplication application) {
    Persona persona = govBr.persona(id);
    citizen.signInAs(persona);
    govBr.forgetCalls();

    Tokens tokens = application.signInAgain(citizen.page());

    StatedClaims.in(tokens.idToken()).describe(persona);
    StatedClaims.in(tokens.accessToken()).describe(persona);
    assertThat(govBr.calls()).as("calls to gov.br").isEmpty();
  }

  @Test
  void keeps_level_and_factors_when_the_application_refreshes_its_tokens(
      Citizen citizen, GovBr govBr, SecondApplication application) {
    Persona persona = govBr.persona("ouro-certificado");
    citizen.signInAs(persona);

    Tokens refreshed = application.refresh(application.signInAgain(citizen.page()));

    StatedClaims.in(refreshed.idToken()).describe(persona);
    StatedClaims.in(refreshed.accessToken()).describe(persona);
    StatedClaims.in(refreshed.userInfo()).describeWithoutAcr(persona);
  }

  @Test
  void keeps_the_level_gov_br_gave_although_the_application_wishes_another(
      Citizen citizen, GovBr govBr, SecondApplication application) {
    Persona persona = govBr.persona("ouro-otp");
    SecondApplication.LoginAttempt attempt = application.beginLogin(Map.of("acr_values", "prata"));
    citizen.page().navigate(attempt.address().toString());
    citizen.govBr().chooseAndAuthorise(persona);

    Tokens tokens = application.finishLogin(attempt);

    assertThat(tokens.idToken().path("acr").asText()).isEqualTo("ouro");
  }
}
