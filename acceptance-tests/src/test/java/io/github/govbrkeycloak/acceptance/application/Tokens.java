package io.github.govbrkeycloak.acceptance.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * What an application got for its code.
 *
 * @param idToken claims of the ID token
 * @param accessToken claims of the access token
 * @param userInfo the answer of the userinfo endpoint
 * @param refreshToken opaque to the application
 * @param bearer the access token itself, as it is handed on to a service
 */
public record Tokens(
    JsonNode idToken, JsonNode accessToken, JsonNode userInfo, String refreshToken, String bearer) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The claims inside a JWT; the signature is Keycloak's business here, not ours. */
  static JsonNode claims(String jwt) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without personal data, for reports. */
  @Override
  public String toString() {
    return "Tokens";
  }
}
