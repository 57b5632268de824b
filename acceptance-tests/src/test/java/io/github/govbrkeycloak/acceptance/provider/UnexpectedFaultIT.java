package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("A fault of this system in the middle of a login")
class UnexpectedFaultIT {

  private static final String PERSON = "prata-banco";

  private static RunningSystem system;
  private static OwnRealm realm;

  @BeforeAll
  static void open() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, "falha-inesperada", Map.of());
  }

  @AfterAll
  static void leaveNothingBehind() {
    realm.close();
  }

  @BeforeEach
  void beginAnew() {
    users().forEach(user -> admin().delete("/users/" + user.path("id").asText()));
    admin().delete("/events");
  }

  private static KeycloakAdmin admin() {
    return realm.admin();
  }

  private static JsonNode users() {
    return admin().get("/users?max=10");
  }

  private static PlainLogin login() {
    system.govBr().forgetEverybody();
    return PlainLogin.into(system, realm).as(PERSON);
  }

  /** One of Keycloak's mappers whose pattern cannot be read: it throws at every login. */
  private static Mappers brokenMapper() {
    Mappers mappers = Mappers.in(admin());
    mappers.add(
        "padrão ilegível",
        "oidc-advanced-role-idp-mapper",
        Map.of(
            "claims",
            "[{\"key\":\"sub\",\"value\":\"[\"}]",
            "are.claim.values.regex",
            "true",
            "role",
            "cidadao"));
    return mappers;
  }

  private static JsonNode loginErrors() {
    return admin().get("/events?type=IDENTITY_PROVIDER_LOGIN_ERROR&type=LOGIN_ERROR");
  }

  @Test
  void leaves_a_known_account_as_it_was_and_the_way_on_leads_in_once_it_is_mended() {
    JsonNode first = login().claims();
    ObjectNode earlier = users().path(0).deepCopy();
    admin().put("/users/" + earlier.path("id").asText(), earlier.put("firstName", "De antes"));
    PlainLogin refused;
    try (Mappers broken = brokenMapper()) {
      refused = login();

      assertThat(PlainLogin.refusal(refused.page())).isEqualTo("GOVBR-901");
      assertThat(refused.page().status()).isEqualTo(500);
      assertThat(users().path(0).path("firstName").asText()).isEqualTo("De antes");
      assertThat(loginErrors()).hasSize(1);
      assertThat(loginErrors().at("/0/details/reason").asText()).isEqualTo("GOVBR-901");
    }

    JsonNode second = refused.again().claims();

    assertThat(second.path("sub")).isEqualTo(first.path("sub"));
    assertThat(users().path(0).path("firstName").asText()).isNotEqualTo("De antes");
  }

  @Test
  void leaves_no_account_of_a_first_login_behind_and_the_next_one_makes_it() {
    PlainLogin refused;
    try (Mappers broken = brokenMapper()) {
      refused = login();

      assertThat(refused.isReached()).isFalse();
      assertThat(refused.page().status()).isEqualTo(500);
      assertThat(users()).isEmpty();
      assertThat(loginErrors()).hasSize(1);
    }

    JsonNode claims = refused.as(PERSON).claims();

    assertThat(users()).hasSize(1);
    assertThat(Account.of(admin(), claims).username()).startsWith("govbr-");
    assertThat(Account.of(admin(), claims).realmRoles()).contains("cidadao");
  }

  @Test
  void goes_back_to_the_page_of_the_step_in_which_somebody_begins_to_act_for_another() {
    PlainLogin signedIn = login();
    StepVisit visit = StepVisit.after(realm, signedIn).start("govbr-procuracao");
    try (Mappers broken = brokenMapper()) {
      visit.goOn().signInAtGovBrAs(PERSON);

      assertThat(visit.isStepPage()).isTrue();
      assertThat(visit.refusal()).isEqualTo("GOVBR-901");
      assertThat(stepErrors()).hasSize(1);
      assertThat(stepErrors().at("/0/details/reason").asText()).isEqualTo("GOVBR-901");
    }

    assertThat(visit.goOn().signInAtGovBrAs(PERSON).refusal())
        .as("gov.br is asked, and names nobody whom the person could act for")
        .isEqualTo("GOVBR-617");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  private static JsonNode stepErrors() {
    return admin().get("/events?type=CUSTOM_REQUIRED_ACTION_ERROR");
  }
}
