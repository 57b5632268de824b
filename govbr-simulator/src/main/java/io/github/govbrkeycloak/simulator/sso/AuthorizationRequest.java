package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.util.List;

/**
 * What a service asked for at {@code /authorize}, checked.
 *
 * @param state echoed to the service, {@code null} if not sent
 * @param nonce repeated in the ID token, {@code null} if not sent
 * @param codeChallenge PKCE challenge (S256), {@code null} if not sent where that is tolerated
 */
record AuthorizationRequest(
    Client client,
    String redirectUri,
    List<String> scopes,
    String state,
    String nonce,
    String codeChallenge) {}
