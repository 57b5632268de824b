package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen has granted to a service: the substance of both tokens.
 *
 * @param persona the citizen
 * @param client the service
 * @param scopes the granted scopes, in the order in which they were asked for
 * @param nonce the nonce of the request, or {@code null}
 * @param authenticatedAt when the citizen signed in at gov.br, maybe long before this grant
 * @param grantor whom the citizen represents under a power of attorney
 * @param login name of the login it came from
 */
public record Grant(
    Persona persona,
    Client client,
    List<String> scopes,
    String nonce,
    Instant authenticatedAt,
    Optional<Cpf> grantor,
    String login) {

  /** Copies the scopes. */
  public Grant {
    scopes = List.copyOf(scopes);
  }

  /** Whether a scope was granted. */
  public boolean has(String scope) {
    return scopes.contains(scope);
  }

  /** A call to an endpoint on behalf of this grant. */
  public Call callTo(Endpoint endpoint) {
    return Call.of(endpoint, client.clientId(), persona.id());
  }
}
