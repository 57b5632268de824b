package io.github.govbrkeycloak.simulator.behaviour;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * Something a behaviour can be told.
 *
 * @param name what the control API calls it
 * @param kind what it must be
 * @param lowest the lowest number that makes sense
 * @param highest the highest number that makes sense
 */
public record Parameter(String name, Kind kind, long lowest, long highest) {

  /** What a value must be. */
  public enum Kind {
    /** A whole number. */
    NUMBER,
    /** A text. */
    TEXT,
    /** An object with whatever members. */
    OBJECT,
    /** Whatever JSON can say. */
    ANYTHING
  }

  private static final String NUMBER = "-?[0-9]{1,18}";

  static Parameter number(String name, long lowest, long highest) {
    return new Parameter(name, Kind.NUMBER, lowest, highest);
  }

  static Parameter text(String name) {
    return new Parameter(name, Kind.TEXT, 0, 0);
  }

  static Parameter object(String name) {
    return new Parameter(name, Kind.OBJECT, 0, 0);
  }

  static Parameter anything(String name) {
    return new Parameter(name, Kind.ANYTHING, 0, 0);
  }

  /** Why a value makes no sense, in Portuguese; empty if it does. */
  public Optional<String> problem(Object value) {
    return switch (kind) {
      case NUMBER ->
          isInRange(value)
              ? Optional.empty()
              : Optional.of(
                  "o parâmetro "
                      + name
                      + " deve ser um número inteiro de "
                      + lowest
                      + " a "
                      + highest);
      case TEXT ->
          value instanceof String
              ? Optional.empty()
              : Optional.of("o parâmetro " + name + " deve ser um texto");
      case OBJECT ->
          value instanceof Map
              ? Optional.empty()
              : Optional.of("o parâmetro " + name + " deve ser um objeto JSON");
      case ANYTHING -> Optional.empty();
    };
  }

  /** What somebody typed, as JSON would say it. */
  public Object typed(String text) {
    return kind != Kind.TEXT && text.matches(NUMBER) ? (Object) Long.valueOf(text) : text;
  }

  private boolean isInRange(Object value) {
    return (value instanceof Integer || value instanceof Long || value instanceof BigInteger)
        && new BigInteger(value.toString()).compareTo(BigInteger.valueOf(lowest)) >= 0
        && new BigInteger(value.toString()).compareTo(BigInteger.valueOf(highest)) <= 0;
  }
}
