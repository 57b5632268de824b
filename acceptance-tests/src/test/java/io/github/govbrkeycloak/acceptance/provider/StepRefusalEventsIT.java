package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A step that cannot be done leaves its code in an event, because")
class StepRefusalEventsIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final String PERSON = "bronze-senha";
  private static final String CLERK = "servidora";
  private static final String PASSWORD = "Senha-da-servidora-1";

  private static DemandingRealm realm;

  @BeforeAll
  static void createRealm() {
    realm = DemandingRealm.create(SYSTEM, "eventos-de-etapas");
    realm.realm().set("fatosGuardados", "selos##cpf");
    realm.person(CLERK, PASSWORD);
    SYSTEM.govBr().forgetEverybody();
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static PlainLogin login(String action) {
    return PlainLogin.into(SYSTEM, realm.realm()).with("kc_action", action);
  }

  private static void assertEvent(PlainLogin login, String action, String code) {
    assertThat(PlainLogin.refusal(login.page())).isEqualTo(code);
    JsonNode event = realm.newest("CUSTOM_REQUIRED_ACTION_ERROR");
    assertThat(event.at("/details/reason").asText()).isEqualTo(code);
    assertThat(event.at("/details/custom_required_action").asText())
        .isEqualTo(action.split(":", -1)[0]);
    assertThat(event.path("userId").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"govbr-nivel:ouro", "govbr-senha", "govbr-procuracao", "govbr-empresa"})
  void this_realm_is_not_prepared_for_it(String action) {
    assertEvent(login(action).as(PERSON), action, "GOVBR-615");
  }

  @ParameterizedTest
  @ValueSource(strings = {"govbr-senha", "govbr-procuracao", "govbr-empresa"})
  void the_person_did_not_come_from_gov_br(String action) {
    assertEvent(login(action).withPassword(CLERK, PASSWORD), action, "GOVBR-611");
  }
}
