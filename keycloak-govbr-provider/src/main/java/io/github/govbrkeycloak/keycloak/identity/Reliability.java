package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Nivel;
import java.util.List;
import java.util.Optional;

/**
 * How much gov.br trusts a person's account.
 *
 * @param nivel the account's level; empty when it could not be learnt
 * @param selos what the level rests on; empty when it could not be learnt
 */
public record Reliability(Optional<Nivel> nivel, List<HeldSelo> selos) {

  /** Nothing is known. */
  public static final Reliability UNKNOWN = new Reliability(Optional.empty(), List.of());

  public Reliability {
    selos = List.copyOf(selos);
  }
}
