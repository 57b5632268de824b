package io.github.govbrkeycloak.keycloak.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.http.PublishedMetrics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StepFunnelTest {

  @RegisterExtension private final PublishedMetrics published = new PublishedMetrics();

  @Test
  void counts_each_stage_of_each_step_by_itself() {
    StepFunnel.count("realm", "govbr", "govbr-nivel", StepStage.ASKED);
    StepFunnel.count("realm", "govbr", "govbr-nivel", StepStage.ASKED);
    StepFunnel.count("realm", "govbr", "govbr-nivel", StepStage.LEFT);
    StepFunnel.count("realm", "govbr", "govbr-empresa", StepStage.ASKED);

    assertThat(counted("govbr-nivel", "pedida")).isEqualTo(2);
    assertThat(counted("govbr-nivel", "saiu")).isEqualTo(1);
    assertThat(counted("govbr-empresa", "pedida")).isEqualTo(1);
  }

  @Test
  void has_another_word_for_each_stage() {
    assertThat(Stream.of(StepStage.values()).map(StepStage::word))
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[a-z]+"));
  }

  private double counted(String step, String stage) {
    return published.get("govbr.etapa").tags("etapa", step, "fase", stage).counter().count();
  }
}
