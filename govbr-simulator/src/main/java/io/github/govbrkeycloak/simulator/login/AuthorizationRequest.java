package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.util.List;

/**
 * What a service asked for at {@code /authorize}, checked.
 *
 * @param state echoed to the service, {@code null} if not sent
 * @param nonce repeated in the ID token, {@code null} if not sent
 * @param codeChallenge PKCE challenge (S256), {@code null} if not sent where that is tolerated
 * @param ours whether gov.br itself asks, for one of its own pages: no consent, no code, and the
 *     return address is a path of ours
 */
public record AuthorizationRequest(
    Client client,
    String redirectUri,
    List<String> scopes,
    String state,
    String nonce,
    String codeChallenge,
    boolean ours) {

  static AuthorizationRequest ofOurs(Client page, String path) {
    return new AuthorizationRequest(page, path, List.of(), null, null, null, true);
  }
}
