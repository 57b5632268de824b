package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("The command for realms that have users already")
class ExistingUsersCommandIT {

  private static final String REALM = "comando-interrompido";
  private static final int STEPS = 3;

  private static RunningSystem system;
  private static OwnRealm realm;

  @BeforeAll
  static void open() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, REALM, Map.of());
  }

  @AfterAll
  static void leaveNothingBehind() {
    realm.close();
  }

  private static KeycloakAdmin admin() {
    return realm.admin();
  }

  private static String run() {
    return ExistingUsersCommand.run(system, REALM, Map.of("CONTATO", "Setor \"A\""));
  }

  /** What the flow does, without the ids. */
  private static List<String> flow() {
    List<String> flow = new ArrayList<>();
    for (JsonNode step : admin().get(ExistingUsersCommand.STEPS)) {
      flow.add(
          String.join(
              " ",
              step.path("level").asText(),
              step.path("requirement").asText(),
              step.path("displayName").asText(),
              step.path("providerId").asText(),
              settings(step)));
    }
    return flow;
  }

  private static String settings(JsonNode step) {
    return step.has("authenticationConfig")
        ? admin()
            .get("/authentication/config/" + step.path("authenticationConfig").asText())
            .path("config")
            .toString()
        : "";
  }

  private static void delete(int number) {
    JsonNode step = admin().get(ExistingUsersCommand.STEPS).path(number);
    admin().delete("/authentication/executions/" + step.path("id").asText());
  }

  @Test
  void makes_again_the_steps_that_are_missing_and_changes_nothing_else() {
    assertThat(run()).contains("tem agora o fluxo");
    List<String> whole = flow();
    assertThat(whole).hasSize(STEPS);

    // The last first; and the part of the flow takes its own step with it.
    delete(1);
    delete(0);
    assertThat(flow()).isEmpty();
    assertThat(run()).contains("tem agora o fluxo");
    assertThat(flow()).isEqualTo(whole);

    assertThat(run()).contains("já tem o fluxo");
    assertThat(flow()).isEqualTo(whole);
  }
}
