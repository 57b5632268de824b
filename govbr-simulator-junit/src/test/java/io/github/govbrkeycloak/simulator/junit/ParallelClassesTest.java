package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayName("Test classes that run in parallel")
class ParallelClassesTest {

  private static final CyclicBarrier BOTH_ARE_AT_WORK = new CyclicBarrier(2);

  @Test
  void make_their_own_gov_br_fail_at_the_same_time_and_leave_no_failure_behind() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Down.class), selectClass(Overloaded.class))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .execute()
        .testEvents()
        .assertStatistics(events -> events.started(6).succeeded(6));
  }

  /** Waits in the middle of each test until the other class is in the middle of one of its own. */
  private static void assertFailsWith(int status, GovBrSimulator govbr) throws Exception {
    assertThat(govbr.behaviours().all()).hasSize(1);
    BOTH_ARE_AT_WORK.await(60, TimeUnit.SECONDS);
    HttpRequest request = HttpRequest.newBuilder(URI.create(govbr.baseUrl() + "/jwk")).build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(status);
    BOTH_ARE_AT_WORK.await(60, TimeUnit.SECONDS);
  }

  @GovBrSimulado
  static class Down {

    @RepeatedTest(3)
    @Comporta(value = Behaviour.STATUS, parametros = "status=502")
    void fails_its_own_way(GovBrSimulator govbr) throws Exception {
      assertFailsWith(502, govbr);
    }
  }

  @GovBrSimulado
  static class Overloaded {

    @RepeatedTest(3)
    void fails_its_own_way(GovBrSimulator govbr, Comportamentos gov) throws Exception {
      gov.ligar(Behaviour.LIMITE_DE_CHAMADAS);
      assertFailsWith(429, govbr);
    }
  }
}
