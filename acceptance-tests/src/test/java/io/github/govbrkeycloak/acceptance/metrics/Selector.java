package io.github.govbrkeycloak.acceptance.metrics;

import java.util.List;
import java.util.Map;

/**
 * Which measurements a part of a query reads.
 *
 * @param metric their name
 * @param conditions that their labels meet
 */
public record Selector(String metric, List<Condition> conditions) {

  /**
   * A condition of one label.
   *
   * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
   * @param value a text or, with {@code ~}, a regular expression of the whole label
   */
  public record Condition(String label, String operator, String value) {

    /** Whether a label of that value meets it. */
    public boolean isMetBy(String actual) {
      return switch (operator) {
        case "=" -> actual.equals(value);
        case "!=" -> !actual.equals(value);
        case "=~" -> actual.matches(value);
        case "!~" -> !actual.matches(value);
        default -> throw new IllegalArgumentException("no operator of labels: " + operator);
      };
    }

    /** The same of a measurement's labels, among which it has to be. */
    public boolean isMetBy(Map<String, String> labels) {
      return labels.containsKey(label) && isMetBy(labels.get(label));
    }
  }
}
