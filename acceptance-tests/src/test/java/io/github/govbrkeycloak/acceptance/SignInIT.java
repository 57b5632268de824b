package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.Tokens;
import io.github.govbrkeycloak.acceptance.citizen.AccountPage;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Selo;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

@CompleteSystem
@DisplayName("A citizen who signs in with gov.br")
class SignInIT {

  @ParameterizedTest(name = "{0}")
  @ArgumentsSource(EveryPersona.class)
  void sees_in_the_portal_exactly_what_gov_br_stated(Persona persona, Citizen citizen) {
    AccountPage account = citizen.signInAs(persona);

    assertThat(account.fact("nome")).contains(persona.nome());
    assertThat(account.fact("nome-social")).isEqualTo(Optional.ofNullable(persona.nomeSocial()));
    assertThat(account.fact("cpf")).contains(persona.number().masked());
    assertThat(account.fact("email")).isEqualTo(persona.toldEmail());
    assertThat(account.fact("telefone")).as("nobody asked gov.br for the telephone").isEmpty();
    assertThat(account.isConfirmed("email")).isEqualTo(persona.toldEmail().isPresent());
    assertThat(account.fact("nivel")).contains(persona.level().title());
    assertThat(account.sealIds()).containsExactlyInAnyOrderElementsOf(persona.selos());
    assertThat(account.sealTitles())
        .containsExactlyInAnyOrderElementsOf(persona.seals().stream().map(Selo::title).toList());
    assertThat(account.factors()).containsExactlyElementsOf(persona.amr());
    assertThat(account.factorTitles())
        .containsExactlyElementsOf(persona.factors().stream().map(Amr::title).toList());
    assertThat(account.fact("cnpj")).isEqualTo(Cnpj.parse(persona.cnpj()).map(Cnpj::formatted));
    assertThat(account.fact("razao-social"))
        .isEqualTo(Optional.ofNullable(persona.cnpjCertificateName()));
    assertThat(citizen.portal().nameShown()).isEqualTo(persona.displayName());
  }

  @ParameterizedTest(name = "{0}")
  @ArgumentsSource(EveryPersona.class)
  void is_described_to_applications_by_every_claim_of_the_contract(
      Persona persona, Citizen citizen, SecondApplication application) {
    SecondApplication.LoginAttempt attempt = application.beginLogin(Map.of());
    citizen.page().navigate(attempt.address().toString());
    citizen.govBr().chooseAndAuthorise(persona);

    Tokens tokens = application.finishLogin(attempt);

    StatedClaims.in(tokens.idToken()).describe(persona);
    StatedClaims.in(tokens.accessToken()).describe(persona);
    StatedClaims.in(tokens.userInfo()).describeWithoutAcr(persona);
  }

  @Test
  void sees_the_cpf_masked_and_nowhere_whole(Citizen citizen, GovBr govBr) {
    Persona persona = govBr.persona("ouro-otp");

    String page = citizen.signInAs(persona).text() + citizen.page().content();

    assertThat(page).contains(persona.number().masked());
    assertThat(page.contains(persona.number().digits())).as("CPF in digits").isFalse();
    assertThat(page.contains(persona.number().formatted())).as("CPF with points").isFalse();
  }

  @Test
  void sees_the_telephone_too_where_the_administrator_asks_gov_br_for_it(
      Citizen citizen, GovBr govBr, KeycloakAdmin admin) {
    Persona persona = govBr.persona("ouro-otp");
    JsonNode provider = admin.get("/identity-provider/instances/govbr");
    ObjectNode withPhone = provider.deepCopy();
    withPhone.withObject("/config").put("defaultScope", "openid email profile phone");
    admin.put("/identity-provider/instances/govbr", withPhone);
    try {
      AccountPage account = citizen.signInAs(persona);

      assertThat(account.fact("telefone")).contains(persona.telefone());
      assertThat(account.isConfirmed("telefone")).isEqualTo(persona.telefoneVerificado());
    } finally {
      admin.put("/identity-provider/instances/govbr", provider);
    }
  }

  @Test
  void may_type_cpf_and_password_as_at_the_real_gov_br(Citizen citizen, GovBr govBr) {
    Persona persona = govBr.persona("bronze-senha");

    citizen.portal().openHome();
    citizen.portal().clickSignIn();
    citizen.govBr().signInWithPassword(persona);
    citizen.portal().awaitArrival();

    assertThat(citizen.portal().openAccount().fact("nome")).contains(persona.nome());
  }

  @Test
  void arrives_at_the_page_asked_for_when_it_is_a_personal_one(Citizen citizen, GovBr govBr) {
    citizen.portal().open("conta");
    citizen.govBr().chooseAndAuthorise(govBr.persona("cin"));
    citizen.portal().awaitArrival();

    assertThat(citizen.page().url()).endsWith("/portal/conta");
  }

  @Test
  void finds_this_visit_among_the_latest_accesses(Citizen citizen, GovBr govBr) {
    AccountPage account = citizen.signInAs(govBr.persona("contador"));

    assertThat(account.accesses()).isPositive();
  }
}
