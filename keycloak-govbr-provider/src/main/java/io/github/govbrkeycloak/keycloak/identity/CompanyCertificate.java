package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Cnpj;
import java.util.Optional;

/**
 * The company whose digital certificate was used in this login (roteiro, "Passo 9"). Not one of the
 * companies that the person is linked to.
 *
 * @param cnpj the company
 * @param name its name in the certificate
 * @param role what the person is there, in gov.br's word; empty for a collaborator, and when it was
 *     not asked for or not told
 */
public record CompanyCertificate(Cnpj cnpj, Optional<String> name, Optional<String> role) {}
