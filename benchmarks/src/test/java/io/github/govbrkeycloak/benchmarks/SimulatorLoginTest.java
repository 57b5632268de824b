package io.github.govbrkeycloak.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.SimulatorOptions;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The measured login")
class SimulatorLoginTest {

  private GovBrSimulator govbr;
  private Scenario login;

  @BeforeEach
  void start() throws Exception {
    govbr = GovBrSimulator.start(SimulatorOptions.onFreePort());
    HttpClient http = HttpClient.newHttpClient();
    SimulatorLogin.register(http, govbr.baseUrl(), Service.MEASURED);
    login = new SimulatorLogin(http, govbr.baseUrl(), Service.MEASURED);
  }

  @AfterEach
  void stop() {
    govbr.close();
  }

  @Test
  void is_a_new_persons_every_time_and_shows_every_page() throws Exception {
    Measurement measured = new Load(3).run(login, 12);
    assertThat(measured.durations()).hasSize(12).isSorted();
    awaitCalls("/authorize", 12);
    awaitCalls("/login", 48);
    awaitCalls("/token", 12);
  }

  @ParameterizedTest
  @CsvSource({
    "ASSINATURA_ERRADA, signature",
    "NONCE_ERRADO, nonce",
    "SUB_INVALIDO, sub",
    "ISS_ERRADO, iss",
    "AUD_ERRADO, aud",
    "STATUS, status at /token",
  })
  void ends_the_measurement_when_the_answer_is_wrong(Behaviour behaviour, String what) {
    govbr.behaviours().activate(behaviour, Activation.always().at("token"));
    assertThatThrownBy(() -> new Load(2).run(login, 1000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(what);
    assertThat(calls("/token")).isLessThanOrEqualTo(2);
  }

  @Test
  void never_signs_the_same_person_in_twice() {
    Citizens citizens = new Citizens(Citizens.FIRST);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(citizens.next().digits())).isTrue();
    }
  }

  /** The journal is written when the answer is complete, so maybe a moment after it arrived. */
  private void awaitCalls(String path, long expected) {
    await().atMost(Duration.ofSeconds(60)).until(() -> calls(path) == expected);
  }

  private long calls(String path) {
    return govbr.calls().entries().stream().filter(call -> call.caminho().equals(path)).count();
  }
}
