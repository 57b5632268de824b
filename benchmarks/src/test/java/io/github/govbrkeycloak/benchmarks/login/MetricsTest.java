package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keycloak's metrics")
class MetricsTest {

  private final Metrics metrics =
      new Metrics(
          List.of(
              "# TYPE calls counter",
              "calls_total{api=\"token\",outcome=\"ok\"} 3.0",
              "calls_total{api=\"token\",outcome=\"lento\"} 2.0",
              "calls_total{api=\"jwk\",outcome=\"ok\"} 1.0",
              "calls_total_max 9.0"));

  @Test
  void are_summed_over_all_that_have_the_labels() {
    assertThat(metrics.sum("calls_total")).isEqualTo(6);
    assertThat(metrics.sum("calls_total", "api=\"token\"")).isEqualTo(5);
    assertThat(metrics.sum("calls_total", "api=\"token\"", "outcome=\"ok\"")).isEqualTo(3);
  }

  @Test
  void are_nothing_when_nothing_was_counted() {
    assertThat(metrics.sum("calls")).isZero();
  }
}
