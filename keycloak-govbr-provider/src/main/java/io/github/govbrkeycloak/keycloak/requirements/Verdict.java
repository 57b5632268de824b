package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a login meets what an application demands. */
public sealed interface Verdict {

  /** Whether the application may have this login. */
  boolean lets();

  /** All that is demanded is there, and all that is wished for. */
  record Met() implements Verdict {
    @Override
    public boolean lets() {
      return true;
    }
  }

  /**
   * All that is demanded is there; something that the application would like is not. That never
   * refuses.
   *
   * @param level the level wished for, where the account's is lower
   * @param factors the factors preferred, where none of them was used
   */
  record WishUnmet(Optional<Nivel> level, Set<Amr> factors) implements Verdict {
    public WishUnmet {
      factors = Set.copyOf(factors);
    }

    @Override
    public boolean lets() {
      return true;
    }
  }

  /**
   * The application must not have this login.
   *
   * @param lacks everything that is missing, at least one thing
   */
  record Lacking(List<Lack> lacks) implements Verdict {

    /**
     * @throws IllegalArgumentException when nothing is missing
     */
    public Lacking {
      if (lacks.isEmpty()) {
        throw new IllegalArgumentException("nothing is missing");
      }
      lacks = List.copyOf(lacks);
    }

    @Override
    public boolean lets() {
      return false;
    }

    /** The level to which a person can be led up, where that is what must be cured first. */
    public Optional<Lack.Level> curedByLevel() {
      return LackReason.of(this) == Reason.LEVEL_TOO_LOW
          ? of(Lack.Level.class).findFirst()
          : Optional.empty();
    }

    /** The lacks of one kind. */
    public <L extends Lack> Stream<L> of(Class<L> kind) {
      return lacks.stream().filter(kind::isInstance).map(kind::cast);
    }
  }
}
