package io.github.govbrkeycloak.simulator.apache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the guide puts together")
class FollowedGuideIT {

  @Test
  void leaves_no_gov_br_running_when_apache_cannot_start(@TempDir Path home) {
    long before = children();
    assertThatThrownBy(() -> FollowedGuide.start(home.resolve("no-such-folder")).close())
        .isInstanceOf(IOException.class);
    await().atMost(Duration.ofSeconds(60)).until(() -> children() == before);
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }
}
