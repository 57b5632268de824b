package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The example")
class DocumentationTest {

  private static final Path EXAMPLE =
      Path.of("src/test/java/io/github/govbrkeycloak/simulator/junit/SignInTest.java");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "LEIAME.md", "docs/simulador/junit.md"})
  void is_a_test_that_passes(String page) throws IOException {
    String source = Files.readString(EXAMPLE);
    String test = source.substring(source.indexOf("@GovBrSimulado"));
    assertThat(Files.readString(Path.of("..", page))).contains("```java\n" + test + "```\n");
  }
}
