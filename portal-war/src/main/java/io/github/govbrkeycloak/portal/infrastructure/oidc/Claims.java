package io.github.govbrkeycloak.portal.infrastructure.oidc;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a token, read without trust in their types: a claim of the wrong type, or one that
 * no honest issuer would make that long, is an absent claim and never an error.
 *
 * <p>Whether the token is genuine was decided before, by the container.
 */
record Claims(JsonObject json) {

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_LIST = 100;
  private static final int LONGEST_TOKEN = 1_000_000;

  /** gov.br writes offsets with and without a colon. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX]");

  /** Reads the payload of a token in compact form ({@code header.payload.signature}). */
  static Claims ofToken(String compact) {
    if (compact == null || compact.length() > LONGEST_TOKEN) {
      return none();
    }
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      return none();
    }
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
      return new Claims(reader.readObject());
    } catch (JsonException | IllegalArgumentException notJson) {
      return none();
    }
  }

  private static Claims none() {
    return new Claims(JsonValue.EMPTY_JSON_OBJECT);
  }

  Optional<String> text(String name) {
    return asText(json.get(name));
  }

  boolean isTrue(String name) {
    JsonValue value = json.get(name);
    return JsonValue.TRUE.equals(value) || asText(value).filter("true"::equals).isPresent();
  }

  /** A nested object; empty claims when there is none. */
  Claims object(String name) {
    return json.get(name) instanceof JsonObject object ? new Claims(object) : none();
  }

  List<String> texts(String name) {
    return elements(name).stream().flatMap(value -> asText(value).stream()).distinct().toList();
  }

  List<Claims> objects(String name) {
    return elements(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(value -> new Claims(value.asJsonObject()))
        .toList();
  }

  /** A time written as text (ISO 8601 with offset). */
  Optional<Instant> timestamp(String name) {
    return text(name).flatMap(Claims::parsed);
  }

  /** A time written as seconds since 1970, as in RFC 7519 section 2. */
  Optional<Instant> numericDate(String name) {
    if (!(json.get(name) instanceof JsonNumber number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(number.longValueExact()));
    } catch (ArithmeticException | DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private List<JsonValue> elements(String name) {
    return json.get(name) instanceof JsonArray array
        ? array.subList(0, Math.min(array.size(), LONGEST_LIST))
        : List.of();
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIMESTAMP).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<String> asText(JsonValue value) {
    if (!(value instanceof JsonString string)) {
      return Optional.empty();
    }
    String text = string.getString().strip();
    boolean honest =
        !text.isEmpty()
            && text.length() <= LONGEST_TEXT
            && text.chars().noneMatch(Character::isISOControl);
    return honest ? Optional.of(text) : Optional.empty();
  }
}
