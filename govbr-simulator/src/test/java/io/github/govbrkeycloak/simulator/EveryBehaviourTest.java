package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.WireSigns.Sign;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Every behaviour there is")
class EveryBehaviourTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @ParameterizedTest
  @EnumSource
  void happens_on_the_wire_while_it_is_on_and_not_otherwise(Behaviour behaviour) {
    Sign sign = new WireSigns(RUNNING).of(behaviour);
    assertThat(sign).as("a sign on the wire of " + behaviour.label()).isNotNull();
    assertThat(sign.isSeen()).as("before").isFalse();
    send("PUT", behaviour, sign.parameters());
    assertThat(sign.isSeen()).as("while it is on").isTrue();
    send("DELETE", behaviour, "");
    assertThat(sign.isSeen()).as("afterwards").isFalse();
  }

  private static void send(String method, Behaviour behaviour, String parameters) {
    String json = parameters.isEmpty() ? "{}" : "{\"parametros\":" + parameters + "}";
    int status =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .request("/simulador/comportamentos/" + behaviour.label())
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json))
                    .build())
            .status();
    assertThat(status).isBetween(200, 204);
  }
}
