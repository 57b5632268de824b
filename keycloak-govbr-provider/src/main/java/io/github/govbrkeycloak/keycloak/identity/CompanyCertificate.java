package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Cnpj;
import java.util.Optional;

/**
 * The company whose digital certificate was used in this login (roteiro, "Passo 9").
 *
 * @param cnpj the company
 * @param name its name in the certificate
 */
public record CompanyCertificate(Cnpj cnpj, Optional<String> name) {}
