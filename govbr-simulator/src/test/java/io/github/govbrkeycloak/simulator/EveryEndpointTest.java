package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every address there is")
class EveryEndpointTest {

  private static final int TEAPOT = 418;
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9-]+)` \\| `(\\S+)` \\| (sim|não) \\| (sim|não) \\|");

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  /** What the guide says about an address. */
  record Documented(String name, String path, boolean knowsClient, boolean knowsPersona) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Documented> documented() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "simulador", "enderecos.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(
            row ->
                new Documented(
                    row.group(1),
                    row.group(2),
                    row.group(3).equals("sim"),
                    row.group(4).equals("sim")));
  }

  @Test
  void is_listed_by_the_control_api_and_by_the_guide() throws IOException {
    List<String> listed =
        RUNNING.service().get("/simulador/enderecos").json().findValuesAsText("nome");
    List<String> paths =
        RUNNING.service().get("/simulador/enderecos").json().findValuesAsText("caminho");
    assertThat(documented().map(Documented::name)).containsExactlyElementsOf(listed);
    assertThat(documented().map(Documented::path)).containsExactlyElementsOf(paths);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void goes_wrong_alone(Documented address) {
    on(Activation.always().at(address.name()));
    assertThat(status(address)).isEqualTo(TEAPOT);
    String other = address.name().equals("jwk") ? "/.well-known/openid-configuration" : "/jwk";
    assertThat(RUNNING.service().get(other).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void goes_wrong_for_one_client_as_far_as_the_guide_says(Documented address) {
    String client = EveryEndpointCall.clientOf(address.name());
    on(Activation.always().at(address.name()).forClient(client));
    assertThat(status(address) == TEAPOT).isEqualTo(address.knowsClient());
    on(Activation.always().at(address.name()).forClient("sem-selos.orgao.exemplo.gov.br"));
    assertThat(status(address)).isNotEqualTo(TEAPOT).isLessThan(500);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void goes_wrong_for_one_citizen_as_far_as_the_guide_says(Documented address) {
    on(Activation.always().at(address.name()).forPersona(EveryEndpointCall.PERSON));
    assertThat(status(address) == TEAPOT).isEqualTo(address.knowsPersona());
    on(Activation.always().at(address.name()).forPersona("cin"));
    assertThat(status(address)).isNotEqualTo(TEAPOT).isLessThan(500);
  }

  private static void on(Activation activation) {
    RUNNING.govbr().behaviours().activate(Behaviour.STATUS, activation.with("status", TEAPOT));
  }

  /** The call is prepared while nothing is wrong. */
  private static int status(Documented address) {
    var active = RUNNING.govbr().behaviours().of(Behaviour.STATUS);
    RUNNING.govbr().behaviours().deactivateAll();
    var request = new EveryEndpointCall(RUNNING).to(address.name(), address.path());
    active.forEach(each -> RUNNING.govbr().behaviours().add(Behaviour.STATUS, each));
    return RUNNING.service().send(request).status();
  }
}
