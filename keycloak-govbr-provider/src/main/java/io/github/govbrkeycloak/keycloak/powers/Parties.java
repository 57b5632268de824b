package io.github.govbrkeycloak.keycloak.powers;

import io.github.govbrkeycloak.model.Cpf;

/**
 * The two people of a power of attorney.
 *
 * @param grantor who gave it and is represented
 * @param agent who acts
 */
public record Parties(Cpf grantor, Cpf agent) {}
