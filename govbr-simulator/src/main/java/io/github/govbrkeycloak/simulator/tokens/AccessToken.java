package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access token this simulator signed.
 *
 * @param clientId the service it was issued to
 * @param persona the citizen it speaks for
 * @param scopes the granted scopes
 * @param expiresAt when APIs stop taking it
 * @param grantor whom the citizen represents under a power of attorney
 * @param login name of the login it came from
 */
public record AccessToken(
    String clientId,
    Persona persona,
    List<String> scopes,
    Instant expiresAt,
    Optional<Cpf> grantor,
    String login) {

  /** Whether a scope was granted. */
  public boolean has(String scope) {
    return scopes.contains(scope);
  }

  /** A call to an endpoint with this token. */
  public Call callTo(Endpoint endpoint) {
    return Call.of(endpoint, clientId, persona.id());
  }
}
