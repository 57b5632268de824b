package io.github.govbrkeycloak.keycloak.identity;

import java.util.Optional;

/**
 * The digital certificate that was used in this login.
 *
 * @param kind gov.br's word: {@code device} or {@code cloud}
 * @param provider who keeps it, for one in the cloud
 */
public record UsedCertificate(Optional<String> kind, Optional<String> provider) {}
