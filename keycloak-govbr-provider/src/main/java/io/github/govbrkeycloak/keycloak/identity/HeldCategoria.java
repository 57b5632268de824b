package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Categoria;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A category of seals that a person has.
 *
 * @param categoria which
 * @param updatedAt since when, as gov.br states it; empty when it is not readable
 */
public record HeldCategoria(Categoria categoria, Optional<OffsetDateTime> updatedAt) {}
