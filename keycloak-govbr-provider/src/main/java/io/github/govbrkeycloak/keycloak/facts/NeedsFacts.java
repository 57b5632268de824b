package io.github.govbrkeycloak.keycloak.facts;

import java.util.Map;
import java.util.Set;

/**
 * A mapper, of an identity provider or of a protocol, that can only work when a login has asked
 * gov.br for some facts. Implemented by the class that is registered with Keycloak.
 */
public interface NeedsFacts {

  /**
   * The facts that a mapper of this configuration needs. Called at each login: it must be cheap.
   *
   * @param config the mapper's own configuration, as the administrator left it
   */
  Set<Fact> neededFacts(Map<String, String> config);
}
