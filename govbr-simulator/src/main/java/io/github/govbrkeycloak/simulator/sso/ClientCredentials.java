package io.github.govbrkeycloak.simulator.sso;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * How a service says who it is at {@code /token}.
 *
 * @param clientId the id it claims
 * @param secret the secret it offers
 */
public record ClientCredentials(String clientId, String secret) {

  private static final String SCHEME = "basic ";

  /** Those of an {@code Authorization: Basic} header; empty if there are none, or unreadable. */
  public static Optional<ClientCredentials> inHeader(String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ClientCredentials[" + clientId + "]";
  }
}
