package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A login without a page (prompt=none)")
class PassiveLoginIT {

  private static final String PERSON = "cin";
  private static final Map<String, String> WITHOUT_A_PAGE = Map.of("prompt", "none");

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private TestApplication application;

  @BeforeEach
  void openApplication() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    application = TestApplication.open(system);
  }

  @AfterEach
  void close() {
    application.close();
    Accounts.delete(system, PERSON);
  }

  @Test
  @DisplayName("tells the application that a login is needed when there is no session")
  void withoutASession() {
    govBr.forgetCalls();

    application.openLogin(WITHOUT_A_PAGE);

    assertThat(application.page().url())
        .startsWith(application.baseUrl())
        .contains("error=login_required");
    assertThat(govBr.calls()).as("gov.br is not asked").isEmpty();
  }

  @Test
  @DisplayName("goes through when there is a session")
  void withASession() {
    application.signInAs(PERSON);

    application.openLogin(WITHOUT_A_PAGE);

    assertThat(application.isReached()).isTrue();
  }
}
