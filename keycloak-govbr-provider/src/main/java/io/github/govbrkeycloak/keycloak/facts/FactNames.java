package io.github.govbrkeycloak.keycloak.facts;

import java.util.Map;
import java.util.Optional;

/** Which fact stands behind a name of the claims contract. */
public final class FactNames {

  private static final Map<String, Fact> FACTS =
      Map.of(
          "categorias", Fact.CATEGORIAS,
          "certificado", Fact.CERTIFICADO,
          "empresa.atuacao", Fact.ATUACAO);

  private FactNames() {}

  /**
   * The fact of a claim, or of a member of the claim {@code govbr}; empty when it costs nothing.
   *
   * @param name its name, with dots down to a member
   */
  public static Optional<Fact> factOf(String name) {
    return FACTS.entrySet().stream()
        .filter(named -> (name + ".").startsWith(named.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
