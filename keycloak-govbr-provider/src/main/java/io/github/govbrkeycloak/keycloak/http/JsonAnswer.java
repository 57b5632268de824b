package io.github.govbrkeycloak.keycloak.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** Reads JSON answers; whatever is not of the expected shape cannot be used. */
public final class JsonAnswer {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

  private JsonAnswer() {}

  /** One object. */
  public static Claims object(byte[] body) throws UnusableAnswerException {
    return new Claims(parse(body, OBJECT));
  }

  /** A list. */
  public static List<Object> list(byte[] body) throws UnusableAnswerException {
    return parse(body, LIST);
  }

  /** The objects of a list; anything else in it is left out. */
  public static List<Claims> objects(byte[] body) throws UnusableAnswerException {
    return list(body).stream().map(Claims::of).flatMap(Optional::stream).toList();
  }

  private static <T> T parse(byte[] body, TypeReference<T> type) throws UnusableAnswerException {
    try {
      T value = JsonSerialization.mapper.readValue(body, type);
      if (value != null) {
        return value;
      }
    } catch (IOException notOfThatShape) {
      // The parser quotes what it could not read: it is not kept as the cause.
      throw new UnusableAnswerException(Outcome.MALFORMED);
    }
    throw new UnusableAnswerException(Outcome.MALFORMED);
  }
}
