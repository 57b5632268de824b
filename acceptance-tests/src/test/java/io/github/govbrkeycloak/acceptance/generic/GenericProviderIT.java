package io.github.govbrkeycloak.acceptance.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.Tokens;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("Keycloak's own OpenID Connect provider, set up as the guide says,")
class GenericProviderIT {

  private static GuideRealm realm;

  @BeforeAll
  static void followTheGuide() throws IOException {
    realm = GuideRealm.create(RunningSystem.get());
  }

  @AfterAll
  static void removeTheRealm() {
    if (realm != null) {
      realm.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"bronze-senha, bronze", "prata-banco, silver", "ouro-otp, gold"})
  void signs_a_citizen_in_with_what_gov_br_stated(
      String id, String level, Citizen citizen, GovBr govBr) {
    Persona persona = govBr.persona(id);

    Tokens tokens = signIn(citizen, persona, Map.of());

    JsonNode claims = tokens.accessToken();
    assertThat(claims.path("cpf").asText()).isEqualTo(persona.cpf());
    assertThat(claims.path("govbr_nivel").asText()).isEqualTo(level);
    assertThat(claims.path("govbr_amr"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(persona.amr());
    assertThat(claims.path("name").asText()).isEqualTo(persona.nome());
    assertThat(claims.path("email").asText()).isEqualTo(persona.email());
    assertThat(claims.path("email_verified").asBoolean()).isTrue();
  }

  @Test
  void names_the_account_by_a_pseudonym(Citizen citizen, GovBr govBr) {
    Tokens tokens = signIn(citizen, govBr.persona("nome-social"), Map.of());

    assertThat(tokens.accessToken().path("preferred_username").asText())
        .matches("govbr-[0-9a-f-]{36}");
    JsonNode link =
        realm
            .admin()
            .get("/users/" + tokens.accessToken().path("sub").asText() + "/federated-identity")
            .get(0);
    assertThat(link.path("userName").asText()).matches("govbr-[0-9a-f-]{36}");
  }

  @Test
  void knows_a_citizen_again(Citizen citizen, GovBr govBr) {
    Persona persona = govBr.persona("cin");
    Tokens first = signIn(citizen, persona, Map.of());
    citizen.window().forgetEverything();

    Tokens second = signIn(citizen, persona, Map.of());

    assertThat(second.accessToken().path("sub")).isEqualTo(first.accessToken().path("sub"));
    assertThat(second.accessToken().path("preferred_username"))
        .isEqualTo(first.accessToken().path("preferred_username"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sem-assinatura",
        "assinatura-errada",
        "iss-errado",
        "aud-errado",
        "expirado",
        "sem-nonce",
        "codigo-expirado"
      })
  void refuses_what_gov_br_would_never_send(String behaviour, Citizen citizen, GovBr govBr) {
    govBr.behave(behaviour, Map.of());

    citizen.page().navigate(realm.application().beginLogin(Map.of()).address().toString());
    citizen.govBr().chooseAndAuthorise(govBr.persona("prata-banco"));

    assertThat(citizen.page().locator("#kc-error-message").textContent())
        .contains("Erro inesperado");
  }

  @Test
  void refuses_another_nonce_with_a_page_for_programs_as_the_guide_warns(
      Citizen citizen, GovBr govBr) {
    govBr.behave("nonce-errado", Map.of());

    citizen.page().navigate(realm.application().beginLogin(Map.of()).address().toString());
    citizen.govBr().chooseAndAuthorise(govBr.persona("prata-banco"));

    assertThat(citizen.page().locator("body").textContent()).contains("\"invalid nonce\"");
  }

  @Test
  void ends_the_session_at_gov_br_when_the_application_signs_out_by_way_of_it(
      Citizen citizen, GovBr govBr) {
    Tokens tokens = signIn(citizen, govBr.persona("ouro-otp"), Map.of());

    citizen.page().navigate(realm.signOutAddress());
    citizen.page().locator("#kc-logout").click();

    assertThat(realm.application().awaitReturn()).isEmpty();
    assertThat(realm.application().isSessionAlive(tokens)).isFalse();
    citizen.page().navigate(realm.application().beginLogin(Map.of()).address().toString());
    citizen.govBr().awaitLogin();
  }

  @Test
  void leaves_people_on_an_error_page_if_it_signs_out_of_gov_br_by_itself_as_the_guide_warns(
      Citizen citizen, GovBr govBr, RunningSystem system) {
    realm.set("logoutUrl", system.simulatorUrl() + "/logout");
    try {
      signIn(citizen, govBr.persona("ouro-otp"), Map.of());

      citizen.page().navigate(realm.signOutAddress());
      citizen.page().locator("#kc-logout").click();

      citizen.page().locator("#kc-error-message").waitFor();
      assertThat(citizen.page().url()).contains("/broker/govbr/endpoint/logout_response");
    } finally {
      realm.set("logoutUrl", "");
    }
  }

  @Test
  void does_not_tell_the_level_in_acr_and_does_not_insist_on_one_as_the_guide_warns(
      Citizen citizen, GovBr govBr) {
    Tokens tokens = signIn(citizen, govBr.persona("bronze-senha"), Map.of("acr_values", "ouro"));

    assertThat(tokens.accessToken().path("acr").asText()).isIn("0", "1");
  }

  @Test
  void accepts_a_token_without_its_time_of_issue_as_the_guide_warns(Citizen citizen, GovBr govBr) {
    govBr.behave("sem-iat", Map.of());

    assertThat(signIn(citizen, govBr.persona("prata-banco"), Map.of()).accessToken().has("cpf"))
        .isTrue();
  }

  @Test
  void needs_the_administrator_after_a_new_key_of_the_same_name_as_the_guide_warns(
      Citizen citizen, GovBr govBr) {
    signIn(citizen, govBr.persona("prata-banco"), Map.of());
    citizen.window().forgetEverything();
    govBr.behave("chave-trocada-mesmo-kid", Map.of());

    citizen.page().navigate(realm.application().beginLogin(Map.of()).address().toString());
    citizen.govBr().choose(govBr.persona("prata-banco"));
    citizen.page().locator("#kc-error-message").waitFor();

    reloadKeys();
    citizen.window().forgetEverything();
    assertThat(signIn(citizen, govBr.persona("prata-banco"), Map.of()).accessToken().has("cpf"))
        .isTrue();
    govBr.behaveNormally();
    reloadKeys();
  }

  @Test
  void is_explained_setting_by_setting(RunningSystem system) throws IOException {
    String guide = Files.readString(system.file("docs/simulador/keycloak-provedor-generico.md"));

    realm.settings().forEach(setting -> assertThat(guide).contains("`" + setting + "`"));
  }

  /** Keycloak refuses to fetch the keys twice within ten seconds. */
  private static void reloadKeys() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(2))
        .until(realm::reloadKeys);
  }

  private static Tokens signIn(Citizen citizen, Persona persona, Map<String, String> wish) {
    SecondApplication.LoginAttempt attempt = realm.application().beginLogin(wish);
    citizen.page().navigate(attempt.address().toString());
    citizen.govBr().chooseAndAuthorise(persona);
    return realm.application().finishLogin(attempt);
  }
}
