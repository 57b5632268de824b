package io.github.govbrkeycloak.benchmarks.login;

import java.util.Arrays;
import java.util.List;

/**
 * Keycloak's metrics at one moment, in the text form that Prometheus reads.
 *
 * @param lines one measurement each
 */
record Metrics(List<String> lines) {

  /**
   * The sum of all measurements of a name that have all the labels; 0 when there are none.
   *
   * @param labels each as {@code name="value"}
   */
  double sum(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
