package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.start.Option;
import io.github.govbrkeycloak.simulator.start.Option.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The simulator's guide")
class DocumentationTest {

  private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");
  private static final Pattern OPTION = Pattern.compile("^\\| (`--|\\| `SIMULADOR_)");

  @Test
  void names_every_behaviour_and_every_persona() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "simulador.md"));
    for (Behaviour behaviour : Behaviour.values()) {
      assertThat(guide).contains("`" + behaviour.label() + "`");
    }
    for (Persona persona : new Fixtures(WorldData.BUNDLED).personas()) {
      assertThat(guide).contains("`" + persona.id() + "`");
    }
  }

  @Test
  void has_a_row_for_every_option_and_no_other() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "simulador", "iniciar.md"));
    List<String> rows = guide.lines().filter(OPTION.asPredicate()).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Option.values()).map(DocumentationTest::row).toList());
  }

  private static String row(Option option) {
    String value = option.parameter().equals("sim|nao") ? "" : option.parameter();
    return Stream.of(
            code(option, Source.COMMAND_LINE, (option.flag() + " " + value).strip()),
            code(option, Source.ENVIRONMENT, option.variable()),
            code(option, Source.FILE, option.label()),
            option.description(),
            option.byDefault())
        .map(cell -> cell.isEmpty() ? "" : cell + " ")
        .collect(Collectors.joining("| ", "| ", "|"));
  }

  private static String code(Option option, Source source, String text) {
    return option.isIn(source) ? "`" + text + "`" : "";
  }

  @Test
  void names_every_side_of_every_disagreement() throws IOException {
    String table = Files.readString(Path.of("..", "docs", "simulador", "divergencias.md"));
    for (Choice choice : Choice.values()) {
      assertThat(table)
          .contains("`" + choice.setting().label() + "`")
          .contains("`" + choice.label() + "`: " + choice.description());
    }
  }

  @Test
  void shows_the_apache_site_that_the_tests_run() throws IOException {
    Path folder = Path.of("..", "docs", "simulador");
    String site = Files.readString(folder.resolve("exemplos/apache/govbr.conf"));
    assertThat(Files.readString(folder.resolve("apache-mod-auth-openidc.md")))
        .contains("```apache\n" + site + "```");
  }

  @Test
  void names_every_objection_and_no_other() throws IOException {
    List<String> named = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "simulador", "diagnostico.md"))) {
      if (line.startsWith("| `")) {
        CODE.matcher(line.substring(0, line.indexOf('|', 1)))
            .results()
            .forEach(found -> named.add(found.group(1)));
      }
    }
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Objection.values()).map(Objection::label).toList());
  }

  @Test
  void gives_the_same_commands_everywhere_with_files_that_are_there() throws IOException {
    List<String> commands = commandsBelow("README.md", "## Only the simulator");
    assertThat(commands).isNotEmpty();
    assertThat(commandsBelow("LEIAME.md", "## Só o simulador")).isEqualTo(commands);
    assertThat(commandsBelow("docs/simulador/apache-mod-auth-openidc.md", "## Do zero até entrar"))
        .isEqualTo(commands);
    Matcher files = Pattern.compile("docs/\\S+").matcher(String.join("\n", commands));
    assertThat(files.results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of("..", file)).exists());
  }

  /** The lines of the first shell block after a heading, without its comments. */
  private static List<String> commandsBelow(String file, String heading) throws IOException {
    String text = Files.readString(Path.of("..", file));
    assertThat(text).contains("\n" + heading + "\n");
    String after = text.substring(text.indexOf("\n" + heading + "\n"));
    String block = after.split("```sh\n", 2)[1].split("```", 2)[0];
    return block.lines().filter(line -> !line.startsWith("#")).toList();
  }
}
