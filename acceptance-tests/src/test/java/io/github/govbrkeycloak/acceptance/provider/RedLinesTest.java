package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the check of a configuration says in red")
class RedLinesTest {

  private static final Path SOURCES =
      Path.of("../keycloak-govbr-provider/src/main/java/io/github/govbrkeycloak/keycloak/check");
  private static final Path TESTS =
      Path.of("src/test/java/io/github/govbrkeycloak/acceptance/provider");
  private static final Pattern RED =
      Pattern.compile("Finding\\s*\\.red\\(\\s*Item\\.([A-Z_]+),\\s*\"([^\"]+)\"");

  /** Each as its item and its case. */
  private static Set<String> redLines() throws IOException {
    Set<String> lines = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        RED.matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1).toLowerCase(Locale.ROOT) + " " + found.group(2))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  private static boolean names(String test, String line) {
    return Stream.of(line.split(" "))
        .allMatch(word -> Pattern.compile("[\", ;]" + word + "[\",\\s]").matcher(test).find());
  }

  @Test
  void is_reproduced_by_a_test() throws IOException {
    String tests =
        Files.readString(TESTS.resolve("ConfigurationCheckIT.java"))
            + Files.readString(TESTS.resolve("DoubtfulConfigurationIT.java"));

    List<String> untried = redLines().stream().filter(line -> !names(tests, line)).toList();

    assertThat(redLines()).hasSizeGreaterThan(12);
    assertThat(untried).isEmpty();
  }
}
