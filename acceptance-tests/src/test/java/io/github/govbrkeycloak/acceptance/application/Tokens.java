package io.github.govbrkeycloak.acceptance.application;

import com.fasterxml.jackson.databind.JsonNode;

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

  /** Without personal data, for reports. */
  @Override
  public String toString() {
    return "Tokens";
  }
}
