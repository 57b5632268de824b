package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import java.util.List;
import java.util.Map;

/** One part of gov.br: its addresses and the Jakarta REST resources that answer there. */
public interface Surface {

  /** The addresses, as behaviours and the call log name them. */
  List<Endpoint> endpoints();

  /** The resource objects. */
  List<Object> resources();

  /** How to tell who calls these addresses; the first clue that knows something wins. */
  default List<CallerClue> clues() {
    return List.of();
  }

  /** Whether gov.br's firewall drops calls to these addresses from servers it does not know. */
  default boolean isBehindFirewall() {
    return true;
  }

  /** Who looks for mistakes in calls to these addresses. */
  default List<Inspector> inspectors() {
    return List.of();
  }

  /** What was created since the start, by the name of the fixture file it would stand in. */
  default Map<String, List<?>> exported() {
    return Map.of();
  }

  /** Forgets everything that happened since the start. */
  default void reset() {}
}
