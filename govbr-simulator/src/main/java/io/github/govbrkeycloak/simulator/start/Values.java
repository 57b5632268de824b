package io.github.govbrkeycloak.simulator.start;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was said about each option, by whoever has precedence. */
final class Values {

  private final Map<Option, Said> said = new EnumMap<>(Option.class);

  /** Takes what several sources say; the first one that says something about an option wins. */
  Values(List<Map<Option, Said>> sources) {
    sources.forEach(source -> source.forEach(said::putIfAbsent));
  }

  boolean has(Option option) {
    return said.containsKey(option);
  }

  /** A value as the function reads it, which may complain. */
  <T> Optional<T> read(Option option, Function<Said, T> reader) {
    return Optional.ofNullable(said.get(option)).map(reader);
  }

  Optional<String> text(Option option) {
    return read(option, Said::value);
  }

  Optional<Path> path(Option option) {
    return read(option, Values::path);
  }

  /** Whether a switch is on. */
  boolean isOn(Option option) {
    return read(option, Values::isYes).orElse(false);
  }

  private static boolean isYes(Said said) {
    return switch (said.value()) {
      case "sim" -> true;
      case "nao", "não" -> false;
      default -> throw said.mustBe("sim ou nao");
    };
  }

  private static Path path(Said said) {
    try {
      return Path.of(said.value());
    } catch (InvalidPathException e) {
      throw said.mustBe("o caminho de um arquivo ou pasta");
    }
  }
}
