package io.github.govbrkeycloak.keycloak.config;

import java.util.List;
import java.util.regex.Pattern;

/** A list as the console stores it in one text. */
public final class ConfiguredList {

  /** The console's own separator; whoever writes JSON by hand may use a comma. */
  private static final Pattern SEPARATOR = Pattern.compile("##|,");

  private ConfiguredList() {}

  /** The items, without blank ones; none when nothing is configured. */
  public static List<String> of(String configured) {
    return configured == null
        ? List.of()
        : SEPARATOR
            .splitAsStream(configured)
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .distinct()
            .toList();
  }
}
