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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the check of a configuration says in red")
class RedLinesTest {

  private static final Path SOURCES =
      Path.of("../keycloak-govbr-provider/src/main/java/io/github/govbrkeycloak/keycloak/check");

  /** Whatever is tried there is red, unless it is said to be yellow. */
  private static final Path TESTS =
      Path.of(
          "src/test/java/io/github/govbrkeycloak/acceptance/provider/ConfigurationCheckIT.java");

  private static final Pattern RED =
      Pattern.compile("Finding\\s*\\.red\\(\\s*Item\\.([A-Z_]+),\\s*\"([^\"]+)\"");

  private static final Pattern YELLOW = Pattern.compile("YELLOW,\\s*\"[^\"]*\",\\s*\"[^\"]*\"");

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

  private static String redTests() throws IOException {
    return YELLOW.matcher(Files.readString(TESTS)).replaceAll("");
  }

  /** Item and case stand side by side: in one row, one list of arguments or one assertion. */
  private static boolean isTried(String tests, String line) {
    String[] words = line.split(" ", -1);
    return Pattern.compile("[\", ;]" + words[0] + "\"?[,;]\\s*\"?" + words[1] + "[\"\\s]")
        .matcher(tests)
        .find();
  }

  @Test
  void is_reproduced_by_a_test() throws IOException {
    String tests = redTests();

    List<String> untried = redLines().stream().filter(line -> !isTried(tests, line)).toList();

    assertThat(redLines()).hasSizeGreaterThan(12);
    assertThat(untried).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relogio quase",
        "relogio incerto",
        "escopos incertos",
        "chaves sem-segredo",
        "senha sem-resposta",
        "palavras faltam"
      })
  void is_not_taken_for_tried_where_other_things_are(String line) throws IOException {
    assertThat(isTried(redTests(), line)).isFalse();
  }
}
