/**
 * Finds the account that a person already has in the realm, by CPF, at the first login through
 * gov.br.
 */
package io.github.govbrkeycloak.keycloak.matching;
