package io.github.govbrkeycloak.keycloak.identity;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A person's part in a company (roteiro, "Passo 11").
 *
 * @param role gov.br's word, such as {@code SOCIO}; empty for a collaborator, who has none
 * @param registrar whether the person may add collaborators
 * @param since when the person was linked to the company
 * @param until when the link ends
 */
public record Participation(
    Optional<String> role,
    Optional<Boolean> registrar,
    Optional<OffsetDateTime> since,
    Optional<OffsetDateTime> until) {}
