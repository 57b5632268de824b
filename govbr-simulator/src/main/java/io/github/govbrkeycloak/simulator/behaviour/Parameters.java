package io.github.govbrkeycloak.simulator.behaviour;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The {@code parametros} of a behaviour.
 *
 * @param values as they came in the control API's JSON
 */
public record Parameters(Map<String, Object> values) {

  /** Copies, and reads an absent object as an empty one and a JSON null as absent. */
  public Parameters {
    Map<String, Object> present = new HashMap<>(values == null ? Map.of() : values);
    present.values().removeIf(Objects::isNull);
    values = Map.copyOf(present);
  }

  /** A number; the fallback if absent or no number, and never outside the limits. */
  public long number(String name, long fallback, long lowest, long highest) {
    long asked = values.get(name) instanceof Number number ? number.longValue() : fallback;
    return Math.max(lowest, Math.min(highest, asked));
  }

  /** Whatever it is; the fallback if absent. */
  public Object value(String name, Object fallback) {
    return values.getOrDefault(name, fallback);
  }

  /** A text; the fallback if absent or no text. */
  public String text(String name, String fallback) {
    return values.get(name) instanceof String text ? text : fallback;
  }
}
