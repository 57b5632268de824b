package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.store.BoundedMap;
import java.util.Collections;
import java.util.Set;

/** Which citizen has allowed which service to use their data, since this simulator started. */
final class Consents {

  private record Consent(String persona, String client) {}

  private final Set<Consent> given =
      Collections.synchronizedSet(Collections.newSetFromMap(new BoundedMap<>()));

  void give(Persona persona, Client client) {
    given.add(new Consent(persona.id(), client.clientId()));
  }

  boolean has(Persona persona, Client client) {
    return given.contains(new Consent(persona.id(), client.clientId()));
  }

  void clear() {
    given.clear();
  }
}
