package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Selo;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A seal that a person holds.
 *
 * @param selo which
 * @param updatedAt since when, as gov.br states it; empty when it is not readable
 */
public record HeldSelo(Selo selo, Optional<OffsetDateTime> updatedAt) {}
