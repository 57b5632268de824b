package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What an application demands of a login")
class RequirementsIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String LEVEL_PAGE = "id=\"govbr-nivel\"";

  private static DemandingRealm realm;

  @BeforeAll
  static void createRealm() {
    GOV_BR.behaveNormally();
    GOV_BR.forgetEverybody();
    realm = DemandingRealm.create(SYSTEM, "exigencias");
    realm.profile("exige-prata", Map.of("nivel", "prata"));
    realm.profile("exige-ouro", Map.of("nivel", "ouro"));
    realm.profile("exige-selo", Map.of("selos", List.of("701 (tse_facial)", "801")));
    realm.profile("exige-selos", Map.of("selosTodos", List.of("401", "701")));
    realm.profile("exige-fator", Map.of("fatores", List.of("mfa", "x509")));
    realm.profile("prefere-fator", Map.of("fatoresPreferidos", List.of("mfa")));
    realm.profile("exige-empresa", Map.of("empresa", "obrigatória"));
    realm.application("livre");
    for (String profile :
        List.of(
            "exige-prata",
            "exige-ouro",
            "exige-selo",
            "exige-selos",
            "exige-fator",
            "prefere-fator",
            "exige-empresa")) {
      realm.application(profile, profile);
    }
    realm.application("exige-prata-e-fator", "exige-prata", "exige-fator");
    realm.application("minimo-prata", Map.of("minimum.acr.value", "prata"), Map.of());
    // Keycloak lets nobody save a minimum that the map does not know, but it may leave the map.
    realm.levels("{\"bronze\":1,\"prata\":2,\"ouro\":3,\"diamante\":3}");
    realm.application("minimo-errado", Map.of("minimum.acr.value", "diamante"), Map.of());
    realm.levels("{\"bronze\":1,\"prata\":2,\"ouro\":3}");
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    GOV_BR.forgetEverybody();
  }

  private static PlainLogin login(String application) {
    return PlainLogin.into(SYSTEM, realm.realm()).of(application);
  }

  @ParameterizedTest(name = "{0}: {1} enters")
  @CsvSource({
    "livre,               bronze-senha",
    "exige-prata,         prata-banco",
    "exige-prata,         ouro-otp",
    "minimo-prata,        prata-banco",
    "minimo-prata,        ouro-otp",
    "exige-selo,          ouro-certificado",
    "exige-selo,          ouro-facial",
    "exige-selos,         ouro-otp",
    "exige-fator,         ouro-otp",
    "exige-fator,         ouro-certificado",
    "prefere-fator,       bronze-senha",
    "exige-prata-e-fator, ouro-otp",
    "exige-empresa,       empresa-certificado"
  })
  void lets_those_in_who_have_it(String application, String persona) {
    assertThat(login(application).as(persona).claims().path("acr").asText())
        .isEqualTo(GOV_BR.persona(persona).nivel());
  }

  @ParameterizedTest(name = "{0}: {1} is refused as {2}")
  @CsvSource({
    "exige-selo,          prata-banco,  GOVBR-582",
    "exige-selo,          futuro,       GOVBR-582",
    "exige-selos,         ouro-facial,  GOVBR-582",
    "exige-fator,         bronze-senha, GOVBR-583",
    "exige-fator,         futuro,       GOVBR-583",
    "exige-prata-e-fator, prata-banco,  GOVBR-583",
    "minimo-errado,       ouro-otp,     GOVBR-585"
  })
  void refuses_before_there_is_an_account(String application, String persona, String code) {
    int accounts = realm.accounts();

    PlainLogin login = login(application).as(persona);

    assertThat(login.isReached()).isFalse();
    assertThat(PlainLogin.refusal(login.page())).isEqualTo(code);
    assertThat(login.page().body()).contains("govbr-exigencia");
    assertThat(realm.accounts()).isEqualTo(accounts);
    JsonNode event = realm.newest("IDENTITY_PROVIDER_LOGIN_ERROR");
    assertThat(event.at("/details/reason").asText()).isEqualTo(code);
    assertThat(event.path("clientId").asText()).isEqualTo(application);
    assertThat(event.toString()).doesNotContain(GOV_BR.persona(persona).cpf());
    assertThat(login.next().of("livre").with("prompt", "none").enter().page().url())
        .as("there is no session")
        .contains("error=login_required");
  }

  @ParameterizedTest(name = "{0}: {1} is led up")
  @CsvSource({
    "exige-prata,         bronze-senha",
    "minimo-prata,        bronze-senha",
    "exige-ouro,          prata-banco",
    "exige-prata-e-fator, bronze-senha"
  })
  void leads_those_up_whose_level_is_too_low(String application, String persona) {
    int accounts = realm.accounts();

    PlainLogin login = login(application).as(persona);

    assertThat(login.isReached()).isFalse();
    assertThat(login.page().body()).contains(LEVEL_PAGE);
    assertThat(realm.accounts()).isEqualTo(accounts);
  }

  @Test
  @DisplayName("is told as not answered when gov.br did not tell it: that is not the same")
  void what_gov_br_did_not_tell_refuses_with_another_sentence() {
    GOV_BR.behave("sem-reliability-info", Map.of());
    GOV_BR.behave("status", Map.of("endpoint", "niveis", "parametros", Map.of("status", 500)));

    PlainLogin login = login("exige-prata").as("ouro-otp");

    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-587");
    GOV_BR.behaveNormally();
    assertThat(login.again().isReached()).as("the way on leads in").isTrue();
  }

  @Test
  void is_asked_of_the_api_when_the_token_does_not_tell() {
    GOV_BR.behave("sem-reliability-info", Map.of());
    assertThat(login("exige-selo").as("ouro-otp").isReached()).isTrue();
    assertThat(PlainLogin.refusal(login("exige-selo").as("prata-banco").page()))
        .isEqualTo("GOVBR-582");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"ouro\"}}}",
        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"ouro\"]}}}",
        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"3\"]}}}"
      })
  void takes_an_essential_claim_as_binding(String claims) {
    PlainLogin login = login("livre").with("claims", claims).as("prata-banco");

    assertThat(login.isReached()).isFalse();
    assertThat(login.page().body()).containsAnyOf(LEVEL_PAGE, "GOVBR-585");
  }

  @Test
  void lets_those_in_who_have_the_essential_claim() {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"prata\",\"ouro\"]}}}";
    PlainLogin login = login("livre").with("claims", claims).as("prata-banco");
    assertThat(login.claims().path("acr").asText()).isEqualTo("prata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"parta\"}}}",
        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":\"ouro\"}}}",
        "{\"id_token\":{\"acr\":5}}",
        "[[[[[[[",
        "{\"id_token\":"
      })
  void does_not_let_a_hostile_claims_parameter_in(String claims) {
    PlainLogin login = login("livre").with("claims", claims).as("ouro-otp");
    assertThat(login.isReached()).isFalse();
  }

  @Test
  void is_refused_when_it_is_misspelt() {
    for (Map<String, ?> wrong :
        List.of(
            Map.of("nivel", "parta"),
            Map.of("nivell", "prata"),
            Map.of("selos", List.of("80l")),
            Map.of("fatores", List.of("mfaa")),
            Map.of("empresa", "sim"))) {
      assertThat(
              realm
                  .admin()
                  .tryPut(
                      "/client-policies/profiles",
                      Map.of(
                          "profiles",
                          List.of(DemandingRealm.profileRepresentation("errado", wrong))))
                  .statusCode())
          .as(wrong.toString())
          .isEqualTo(400);
    }
  }

  @Test
  @DisplayName("is told to the application, which gets no code, when no page may be shown")
  void passive_login_is_refused_without_a_page() {
    PlainLogin signedIn = login("livre").as("bronze-senha");

    for (String application : List.of("exige-prata", "minimo-prata")) {
      PlainLogin passive = signedIn.next().of(application).with("prompt", "none").enter();
      assertThat(passive.page().url()).startsWith(OwnRealm.CALLBACK).contains("error=");
      assertThat(passive.isReached()).isFalse();
    }
  }

  @Test
  void holds_on_single_sign_on() {
    PlainLogin signedIn = login("livre").as("bronze-senha");

    for (String application : List.of("exige-prata", "minimo-prata", "exige-selo", "exige-fator")) {
      PlainLogin second = signedIn.next().of(application).enter();
      assertThat(second.isReached()).as(application).isFalse();
      assertThat(second.page().body()).as(application).containsAnyOf(LEVEL_PAGE, "GOVBR-58");
    }
    assertThat(signedIn.next().of("livre").enter().isReached())
        .as("the session itself stays")
        .isTrue();
  }

  @Test
  @DisplayName("needs no second login at gov.br where the session has it")
  void single_sign_on_serves_those_who_have_it() {
    PlainLogin signedIn = login("livre").as("ouro-certificado");
    GOV_BR.forgetCalls();

    for (String application : List.of("exige-prata", "exige-selo", "exige-fator")) {
      assertThat(signedIn.next().of(application).enter().isReached()).as(application).isTrue();
    }

    assertThat(GOV_BR.calls()).isEmpty();
  }

  @Test
  @DisplayName("is not got by somebody else, who signs in at gov.br in the same browser")
  void another_person_does_not_take_over_the_session() {
    PlainLogin signedIn = login("livre").as("bronze-senha");
    GOV_BR.forgetEverybody();

    assertThat(signedIn.next().of("exige-prata").as("ouro-otp").isReached()).isFalse();
  }

  @Test
  @DisplayName("by an essential claim ends with the request that made it")
  void an_essential_claim_of_an_earlier_request_is_forgotten() {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"prata\"}}}";
    PlainLogin first = login("livre").with("claims", claims).as("prata-banco");
    JsonNode tokens = first.tokens();
    assertThat(first.refreshed(tokens).has("access_token")).isTrue();

    PlainLogin second = first.next().of("livre").enter();

    assertThat(second.tokens().has("access_token")).isTrue();
  }
}
