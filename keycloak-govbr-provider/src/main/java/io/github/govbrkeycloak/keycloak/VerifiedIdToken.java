package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.token.Claims;
import org.keycloak.representations.JsonWebToken;

/**
 * An ID token that kept every rule.
 *
 * @param token as Keycloak has it
 * @param claims the same, as it came
 * @param algorithm of its signature
 */
record VerifiedIdToken(JsonWebToken token, Claims claims, String algorithm) {

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "VerifiedIdToken";
  }
}
