package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a build without a container engine can tell about the image. */
@DisplayName("The recipe of the image")
class ImageIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path JAR = Path.of(System.getProperty("simulator.jar"));
  private static final String JAR_IN_IMAGE = "/app/govbr-simulator.jar";

  private String recipe;

  @BeforeEach
  void read() throws IOException {
    recipe = Files.readString(ROOT.resolve("docker/simulator/Dockerfile")).replace("\\\n", " ");
  }

  @Test
  void copies_the_jar_of_this_very_version_which_the_context_holds() throws IOException {
    String version = one("ARG VERSION=(\\S+)");
    String copied = one("COPY \\S+ (\\S+) " + JAR_IN_IMAGE).replace("${VERSION}", version);

    assertThat(ROOT.resolve(copied)).isEqualTo(JAR).isRegularFile();
    assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
        .contains("*")
        .anySatisfy(line -> assertThat(holds(line, copied)).isTrue());
    assertThat(Files.readString(ROOT.resolve("docker/simulator/compose.yaml")))
        .contains("image: govbr-simulator:" + version + "\n");
  }

  @Test
  void starts_what_answers_its_health_check() throws IOException {
    List<String> command = new ArrayList<>();
    for (var part : new ObjectMapper().readTree(one("ENTRYPOINT (\\[.*])"))) {
      command.add(part.asText().replace(JAR_IN_IMAGE, JAR.toString()));
    }
    command.set(0, Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
    Map<String, String> environment = environment();
    assertThat(environment).containsEntry("SIMULADOR_PORTA", one("EXPOSE (\\d+)"));
    environment.put("SIMULADOR_PORTA", "0");

    try (RunningJar simulator = RunningJar.start(command, environment)) {
      String path = one("HEALTHCHECK .*http://127\\.0\\.0\\.1:\\$\\{SIMULADOR_PORTA}(/\\S+)\"");
      assertThat(RawHttp.get(simulator.baseUrl(), path)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void is_not_roots() {
    assertThat(one("USER (\\d+):\\d+")).isNotEqualTo("0");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String pair : one("ENV (.*)").strip().split(" +", -1)) {
      String[] sides = pair.split("=", 2);
      environment.put(sides[0], sides[1]);
    }
    return environment;
  }

  private String one(String pattern) {
    List<String> found =
        Pattern.compile("^" + pattern, Pattern.MULTILINE)
            .matcher(recipe)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(found).as(pattern).hasSize(1);
    return found.get(0);
  }

  private static boolean holds(String line, String file) {
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + line.replaceFirst("^!", ""));
    return line.startsWith("!") && matcher.matches(Path.of(file));
  }
}
