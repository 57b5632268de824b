package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

@DisplayName("The annotation")
class MisuseTest {

  private static final AtomicInteger PORT = new AtomicInteger();

  @Test
  void tells_which_citizens_there_are_when_one_is_not_known() {
    assertThat(failureOf(UnknownCitizen.class)).contains("\"ninguem\"").contains("ouro-otp");
  }

  @Test
  void tells_what_a_setting_may_be() {
    assertThat(failureOf(UnknownSetting.class)).contains("pkce deve ser");
  }

  @Test
  void brings_behaviours_to_no_lifecycle_method_whose_tests_need_not_run_alone() {
    assertThat(failureOf(FailsBeforeEach.class)).contains("No ParameterResolver registered");
  }

  @Test
  void stops_the_simulator_with_the_last_test() {
    run(Ordinary.class).assertStatistics(events -> events.succeeded(1));
    Assertions.assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket("localhost", PORT.get()).close());
  }

  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  private static String failureOf(Class<?> tests) {
    return run(tests).failed().stream()
        .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class))
        .map(result -> String.valueOf(result.getThrowable().orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  @GovBrSimulado
  static class UnknownCitizen {
    @Test
    void fails(@Cidadao("ninguem") Persona nobody) {}
  }

  @GovBrSimulado(ajustes = "pkce=talvez")
  static class UnknownSetting {
    @Test
    void fails(GovBrSimulator govbr) {}
  }

  @GovBrSimulado
  static class FailsBeforeEach {
    @BeforeEach
    void prepare(Comportamentos gov) {}

    @Test
    void fails() {}
  }

  @GovBrSimulado
  static class Ordinary {
    @Test
    void succeeds(GovBrSimulator govbr) {
      PORT.set(URI.create(govbr.baseUrl()).getPort());
    }
  }
}
