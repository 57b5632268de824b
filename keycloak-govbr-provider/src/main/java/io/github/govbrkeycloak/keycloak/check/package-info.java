/**
 * "Conferir configuração": whether an identity provider can work as it is configured, before the
 * first person tries.
 */
package io.github.govbrkeycloak.keycloak.check;
