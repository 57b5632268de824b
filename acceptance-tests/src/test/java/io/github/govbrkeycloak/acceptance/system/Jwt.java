package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** What a token says; whether it may be believed is Keycloak's business here, not the tests'. */
public final class Jwt {

  private static final JsonMapper JSON = new JsonMapper();

  private Jwt() {}

  /** The claims inside a signed token. */
  public static JsonNode claims(String jwt) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
