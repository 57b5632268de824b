package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.fixtures.BadFileException;
import io.github.govbrkeycloak.simulator.fixtures.Excerpt;
import io.github.govbrkeycloak.simulator.fixtures.TextFile;
import io.github.govbrkeycloak.simulator.start.Option.Source;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file with one option a line, {@code name = value}; {@code #} begins a line that says nothing.
 * It is no Java properties file: there a path of Windows would lose its backslashes.
 */
final class ConfigFile {

  private final Path file;
  private final Map<Option, Said> said = new EnumMap<>(Option.class);

  private ConfigFile(Path file) {
    this.file = file;
  }

  /**
   * What a file says.
   *
   * @throws UsageException naming file and line if it cannot be read or makes no sense
   */
  static Map<Option, Said> read(Path file) {
    ConfigFile config = new ConfigFile(file);
    try {
      List<String> lines = TextFile.read(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        config.readLine(lines.get(i).strip(), i + 1);
      }
    } catch (BadFileException e) {
      throw new UsageException(e.getMessage());
    }
    return config.said;
  }

  private void readLine(String line, int number) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] sides = line.split("=", 2);
    String where = file + ", linha " + number;
    if (sides.length == 1 || sides[1].isBlank()) {
      throw new UsageException(where + ": falta o valor; a forma é nome = valor.");
    }
    Option option =
        Option.named(sides[0].strip(), Source.FILE)
            .orElseThrow(() -> new UsageException(where + ": " + unknown(sides[0].strip())));
    Said value = new Said(sides[1].strip(), option.label() + " (" + where + ")");
    if (said.put(option, value) != null) {
      throw new UsageException(where + ": " + option.label() + " aparece duas vezes.");
    }
  }

  private static String unknown(String name) {
    return Excerpt.of(name)
        + " não é uma opção do arquivo; há: "
        + Option.in(Source.FILE).stream().map(Option::label).collect(Collectors.joining(", "))
        + ".";
  }
}
