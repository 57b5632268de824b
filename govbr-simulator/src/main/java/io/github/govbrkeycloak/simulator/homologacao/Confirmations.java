package io.github.govbrkeycloak.simulator.homologacao;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What people said about services. Nothing of it was observed. */
public final class Confirmations {

  private final Map<String, Set<String>> byClient = new ConcurrentHashMap<>();

  void confirm(String clientId, String item) {
    byClient.computeIfAbsent(clientId, id -> ConcurrentHashMap.newKeySet()).add(item);
  }

  void takeBack(String clientId, String item) {
    byClient.getOrDefault(clientId, Set.of()).remove(item);
  }

  boolean has(String clientId, String item) {
    return byClient.getOrDefault(clientId, Set.of()).contains(item);
  }

  /** Forgets all. */
  public void clear() {
    byClient.clear();
  }
}
