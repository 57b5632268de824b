package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.start.Option.Source;
import java.util.EnumMap;
import java.util.Map;

/** The environment variables. */
final class Environment {

  private Environment() {}

  /** What they say; an empty variable says nothing. */
  static Map<Option, Said> read(Map<String, String> variables) {
    Map<Option, Said> said = new EnumMap<>(Option.class);
    for (Option option : Option.in(Source.ENVIRONMENT)) {
      String value = variables.getOrDefault(option.variable(), "").strip();
      if (!value.isEmpty()) {
        said.put(option, new Said(value, option.variable()));
      }
    }
    return said;
  }
}
