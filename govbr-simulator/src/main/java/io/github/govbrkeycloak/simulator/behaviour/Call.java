package io.github.govbrkeycloak.simulator.behaviour;

import java.util.Optional;

/**
 * What is known about a request when a behaviour asks whether it applies.
 *
 * @param endpoint name of the address called
 * @param client id of the registered client that calls or is called for
 * @param persona short name of the citizen concerned
 * @param ip address of the caller
 */
public record Call(
    String endpoint, Optional<String> client, Optional<String> persona, Optional<String> ip) {

  /** A call on behalf of a known client and citizen. */
  public static Call of(Endpoint endpoint, String client, String persona) {
    return new Call(endpoint.name(), Optional.of(client), Optional.of(persona), Optional.empty());
  }
}
