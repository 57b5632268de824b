package io.github.govbrkeycloak.acceptance.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keycloak's metrics at one moment, in the text form that Prometheus reads.
 *
 * @param lines one measurement each
 */
public record ServerMetrics(List<String> lines) {

  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  static ServerMetrics read(String url) {
    String text = Http.succeed(HttpRequest.newBuilder(URI.create(url)).GET().build()).body();
    return new ServerMetrics(text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /**
   * The sum of all measurements of a name that have all the labels; 0 when there are none.
   *
   * @param labels each as {@code name=value}
   */
  public double sum(String name, String... labels) {
    return measurements(name, labels)
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Whether there is such a measurement. */
  public boolean has(String name, String... labels) {
    return measurements(name, labels).findAny().isPresent();
  }

  /** The labels of each measurement of a name. */
  public List<Map<String, String>> labels(String name) {
    return measurements(name).map(ServerMetrics::labelsOf).toList();
  }

  private static Map<String, String> labelsOf(String line) {
    return LABEL
        .matcher(line)
        .results()
        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
  }

  private Stream<String> measurements(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Arrays.stream(labels).allMatch(label -> line.contains(quoted(label))));
  }

  /** {@code api=token} stands there as {@code api="token"}. */
  private static String quoted(String label) {
    return label.replaceFirst("=", "=\"") + "\"";
  }
}
