package io.github.govbrkeycloak.keycloak.token;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/**
 * An access token as it came. gov.br's is a JWT (roteiro, "Passo 9"); another issuer's may be any
 * text.
 *
 * @param value the token
 * @param claims what it says, not to be believed yet; empty when it is not readable
 */
public record AccessToken(String value, Optional<Claims> claims) {

  private static final int PARTS = 3;

  /** Reads a token, once for all who want to know something of it. */
  public static AccessToken read(String value) {
    String[] parts = value.split("\\.", -1);
    return new AccessToken(value, parts.length == PARTS ? claims(parts[1]) : Optional.empty());
  }

  private static Optional<Claims> claims(String part) {
    try {
      return Claims.of(
          JsonSerialization.mapper.readValue(Base64.getUrlDecoder().decode(part), Map.class));
    } catch (IOException | IllegalArgumentException opaque) {
      return Optional.empty();
    }
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "AccessToken";
  }
}
