package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.Optional;
import java.util.Set;

/** One thing that an application demands and a login does not have. */
public sealed interface Lack {

  /**
   * Whether nobody knows if the person has it, because gov.br did not tell: another thing than not
   * having it.
   */
  default boolean isUntold() {
    return false;
  }

  /**
   * The account's level is too low.
   *
   * @param has empty when gov.br did not tell it
   * @param needs the level demanded, a known one
   */
  record Level(Optional<Nivel> has, Nivel needs) implements Lack {
    @Override
    public boolean isUntold() {
      return has.isEmpty();
    }
  }

  /**
   * The account has none of these seals.
   *
   * @param oneOf any one of them would do
   * @param isUntold whether gov.br told no seals at all
   */
  record Seal(Set<Selo> oneOf, boolean isUntold) implements Lack {
    public Seal {
      oneOf = Set.copyOf(oneOf);
    }
  }

  /**
   * The person did not sign in with any of these factors.
   *
   * @param oneOf any one of them would do
   * @param isUntold whether gov.br told no factors at all
   */
  record Factor(Set<Amr> oneOf, boolean isUntold) implements Lack {
    public Factor {
      oneOf = Set.copyOf(oneOf);
    }
  }

  /** The person acts for no company: there was no company certificate, and none was chosen. */
  record Company() implements Lack {}

  /**
   * The application demands something that nobody knows: a misspelt word, or a level that {@code
   * acr.loa.map} does not map. Nobody meets it until an administrator corrects it.
   *
   * @param word as it was written
   */
  record UnknownWord(String word) implements Lack {}

  /** The session did not come from gov.br, which alone could tell. */
  record NotGovBr() implements Lack {}
}
