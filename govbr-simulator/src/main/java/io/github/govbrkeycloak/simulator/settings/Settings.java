package io.github.govbrkeycloak.simulator.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which side of each disagreement the simulator takes now. Safe to use from many requests. */
public final class Settings {

  private final Map<Setting, Choice> initial;
  private final Map<Setting, Choice> current = Collections.synchronizedMap(defaults());

  /** The defaults, except where told otherwise. */
  public Settings(Map<Setting, Choice> chosen) {
    initial = defaults();
    initial.putAll(chosen);
    reset();
  }

  /** Whether this side is taken. */
  public boolean chosen(Choice choice) {
    return current.get(choice.setting()) == choice;
  }

  /** The side taken. */
  public Choice of(Setting setting) {
    return current.get(setting);
  }

  /** Takes a side. */
  public void choose(Choice choice) {
    current.put(choice.setting(), choice);
  }

  /** The points on which another side is taken than at the start. */
  public List<Setting> changed() {
    return Arrays.stream(Setting.values())
        .filter(setting -> initial.get(setting) != current.get(setting))
        .toList();
  }

  /** Back to the sides taken at the start. */
  public void reset() {
    current.putAll(initial);
  }

  /**
   * Reads a side as the command line and the control API name it.
   *
   * @throws IllegalArgumentException with a sentence in Portuguese if there is no such side
   */
  public static Choice parse(String setting, String choice) {
    Setting named =
        Setting.named(setting)
            .orElseThrow(
                () -> new IllegalArgumentException("ajuste desconhecido; há: " + labels()));
    return named.choices().stream()
        .filter(side -> side.label().equals(choice))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(named.label() + " deve ser " + sides(named)));
  }

  private static String labels() {
    return Arrays.stream(Setting.values()).map(Setting::label).collect(Collectors.joining(", "));
  }

  private static String sides(Setting setting) {
    return setting.choices().stream()
        .map(side -> '"' + side.label() + '"')
        .collect(Collectors.joining(" ou "));
  }

  private static Map<Setting, Choice> defaults() {
    Map<Setting, Choice> defaults = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      defaults.put(setting, setting.byDefault());
    }
    return defaults;
  }
}
