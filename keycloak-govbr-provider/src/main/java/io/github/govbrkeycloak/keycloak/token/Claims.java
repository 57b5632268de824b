package io.github.govbrkeycloak.keycloak.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Claims of a token or of userinfo, read with gov.br's habits in mind: booleans come as text, lists
 * as a single text, and anything may be absent or of another type. A value of a type that cannot be
 * read counts as absent.
 *
 * @param values the claims as parsed from JSON
 */
public record Claims(Map<String, Object> values) {

  /** Longest text taken from a claim; a longer one is no name, address or number. */
  private static final int MAX_TEXT = 255;

  /** Longest list taken from a claim. */
  private static final int MAX_LIST = 200;

  /** A text that is not blank; numbers count as their digits. */
  public Optional<String> text(String name) {
    return asText(values.get(name));
  }

  /** A text as it stands: no number, nothing stripped, not empty. For what must match exactly. */
  public Optional<String> exactText(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isEmpty());
  }

  /** A boolean, also when written as text. */
  public Optional<Boolean> flag(String name) {
    Object value = values.get(name);
    if (value instanceof Boolean flag) {
      return Optional.of(flag);
    }
    return asText(value)
        .filter(text -> "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text))
        .map(Boolean::parseBoolean);
  }

  /** The texts of a list; a single text is a list of one. */
  public List<String> list(String name) {
    Object value = values.get(name);
    List<?> items =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return items.stream().limit(MAX_LIST).map(Claims::asText).flatMap(Optional::stream).toList();
  }

  /** An object's own claims; empty when absent or no object. */
  public Optional<Claims> object(String name) {
    return of(values.get(name));
  }

  /** The objects of a list; anything else in it is left out. */
  public List<Claims> objects(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().limit(MAX_LIST).map(Claims::of).flatMap(Optional::stream).toList()
        : List.of();
  }

  /** A moment in seconds since 1970, as JWTs write it. */
  public Optional<Instant> instant(String name) {
    try {
      return Optional.ofNullable(values.get(name))
          .filter(Number.class::isInstance)
          .map(seconds -> Instant.ofEpochSecond(((Number) seconds).longValue()));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static Optional<String> asText(Object value) {
    return Optional.ofNullable(value)
        .filter(v -> v instanceof String || v instanceof Number)
        .map(Objects::toString)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= MAX_TEXT);
  }

  /** A parsed JSON value as claims; empty when it is no object. */
  public static Optional<Claims> of(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    @SuppressWarnings("unchecked") // JSON objects have text keys
    Map<String, Object> claims = (Map<String, Object>) map;
    return Optional.of(new Claims(claims));
  }

  /** Claims are personal data: nothing of them is printed. */
  @Override
  public String toString() {
    return "Claims[" + values.size() + "]";
  }
}
