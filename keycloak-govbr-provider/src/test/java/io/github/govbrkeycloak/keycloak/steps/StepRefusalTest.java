package io.github.govbrkeycloak.keycloak.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.http.PublishedMetrics;
import io.github.govbrkeycloak.keycloak.login.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StepRefusalTest {

  @RegisterExtension private final PublishedMetrics published = new PublishedMetrics();

  @Test
  void is_counted_for_each_step_and_reason_by_itself() {
    StepRefusal password = new StepRefusal("govbr-senha", "govbr");
    password.count("realm", Reason.PASSWORD_OF_ANOTHER);
    password.count("realm", Reason.PASSWORD_OF_ANOTHER);
    password.count("realm", Reason.STEP_NOT_PREPARED);
    new StepRefusal("govbr-empresa", "govbr").count("realm", Reason.STEP_NOT_PREPARED);

    assertThat(counted("govbr-senha", "GOVBR-613")).isEqualTo(2);
    assertThat(counted("govbr-senha", "GOVBR-615")).isEqualTo(1);
    assertThat(counted("govbr-empresa", "GOVBR-615")).isEqualTo(1);
  }

  private double counted(String step, String code) {
    return published
        .get("govbr.etapa.recusa")
        .tags("realm", "realm", "alias", "govbr", "etapa", step, "codigo", code)
        .counter()
        .count();
  }
}
