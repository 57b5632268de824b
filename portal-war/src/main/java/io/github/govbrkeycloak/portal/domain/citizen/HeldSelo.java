package io.github.govbrkeycloak.portal.domain.citizen;

import io.github.govbrkeycloak.model.Selo;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A seal that the person's account has earned.
 *
 * @param selo which one
 * @param updatedAt when gov.br last confirmed it, where it said so
 */
public record HeldSelo(Selo selo, Optional<Instant> updatedAt) {

  public HeldSelo {
    Objects.requireNonNull(selo, "selo");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }
}
