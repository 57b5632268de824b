package io.github.govbrkeycloak.simulator.tokens;

import java.time.Instant;
import java.util.List;

/**
 * An access token that a service got in its own name ({@code client_credentials}): no citizen is
 * behind it.
 *
 * @param clientId the service
 * @param scopes the granted scopes
 * @param expiresAt when APIs stop taking it
 */
public record ServiceToken(String clientId, List<String> scopes, Instant expiresAt) {}
