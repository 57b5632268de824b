package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The security guide, docs/seguranca.md,")
class SecurityGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "seguranca.md");
  private static final Pattern TEST = Pattern.compile("`([A-Za-z]+(?:IT|Test))`");

  static Stream<Attack> attacks() {
    return Attack.all();
  }

  @ParameterizedTest(name = "lists the attack \"{0}\" with its code")
  @MethodSource("attacks")
  void lists_every_forged_token(Attack attack) throws IOException {
    assertThat(Files.readAllLines(GUIDE)).contains(attack.row());
  }

  @Test
  void lists_no_forged_token_that_is_not_tried() throws IOException {
    List<String> rows =
        Files.readAllLines(GUIDE).stream()
            .dropWhile(line -> !line.equals("### Tokens falsos"))
            .takeWhile(line -> !line.equals("### Voltas falsas"))
            .filter(line -> line.startsWith("| ") && line.contains("`GOVBR-"))
            .toList();
    assertThat(rows).hasSize((int) Attack.all().count());
  }

  @Test
  void names_only_tests_that_there_are() throws IOException {
    Matcher tests = TEST.matcher(Files.readString(GUIDE));
    List<String> named = tests.results().map(found -> found.group(1)).distinct().toList();
    assertThat(named).isNotEmpty().allMatch(SecurityGuideTest::exists);
  }

  private static boolean exists(String test) {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .anyMatch(folder -> holds(folder, test + ".java"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean holds(Path folder, String file) {
    try (Stream<Path> files = Files.find(folder, 12, (found, about) -> found.endsWith(file))) {
      return files.findAny().isPresent();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
