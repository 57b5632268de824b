package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Cnpj;
import java.util.Optional;

/**
 * A company that a person is linked to at gov.br.
 *
 * @param cnpj the company
 * @param name its name in the register
 */
public record LinkedCompany(Cnpj cnpj, Optional<String> name) {}
