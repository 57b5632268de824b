package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which citizen has allowed which service to use their data, since this simulator started. */
final class Consents {

  private record Consent(String persona, String client) {}

  private final Set<Consent> given = ConcurrentHashMap.newKeySet();

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
