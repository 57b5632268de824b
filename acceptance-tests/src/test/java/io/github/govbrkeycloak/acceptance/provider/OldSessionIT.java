package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keycloak takes over when gov.br says that the person signed in ({@code auth_time}), where the
 * identity provider passes {@code max_age} on: so a session can be older than the test.
 */
@CompleteSystem
@DisplayName("A step that an application begins on a session of an hour ago")
class OldSessionIT {

  private static final String NAME = "sessao-antiga";
  private static final String PERSON = "bronze-senha";
  private static final Duration AGE = Duration.ofHours(1);

  /** Keycloak's own action, which asks for a login that is not older than five minutes. */
  private static final String KEYCLOAKS = "UPDATE_PROFILE";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  private static OwnRealm realm;
  private static PasswordCredential credential;

  private PlainLogin login;

  @BeforeAll
  static void createRealm() {
    realm =
        OwnRealm.create(
            SYSTEM,
            NAME,
            Map.of(
                "passMaxAge",
                "true",
                "guardarToken",
                "true",
                "defaultScope",
                "openid profile govbr_confiabilidades govbr_empresa"));
    credential = PasswordCredential.of(SYSTEM, realm, NAME);
  }

  @AfterAll
  static void deleteRealm() {
    credential.close();
    realm.close();
  }

  @BeforeEach
  void signInAnHourAgo() {
    GOV_BR.forgetEverybody();
    long then = Instant.now().minus(AGE).getEpochSecond();
    GOV_BR.behave(
        "claims-trocados", Map.of("parametros", Map.of("dados", Map.of("auth_time", then))));
    login = PlainLogin.into(SYSTEM, realm).as(PERSON);
    assertThat(login.claims().path("auth_time").asLong()).as("the session's age").isEqualTo(then);
    GOV_BR.behaveNormally();
    GOV_BR.forgetCalls();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
  }

  private StepVisit begin(String action) {
    return StepVisit.after(realm, login).start(action);
  }

  @ParameterizedTest
  @ValueSource(strings = {"govbr-nivel:ouro", "govbr-senha", "govbr-procuracao", "govbr-empresa"})
  void opens_without_a_new_login(String action) {
    String page = begin(action).page().body();

    assertThat(page).containsPattern("id=\"govbr-(nivel|etapa|empresa)\"");
    for (JsonNode call : GOV_BR.calls()) {
      assertThat(call.path("caminho").asText()).doesNotStartWith("/authorize");
    }
  }

  @Test
  void is_one_that_keycloak_itself_would_ask_to_be_renewed() {
    assertThat(begin(KEYCLOAKS).page().body()).contains("/broker/govbr/login");
  }

  @Test
  void is_told_from_one_of_now_by_its_age_alone() {
    login = PlainLogin.into(SYSTEM, realm).as(PERSON);

    assertThat(begin(KEYCLOAKS).page().body()).doesNotContain("/broker/govbr/login");
  }
}
