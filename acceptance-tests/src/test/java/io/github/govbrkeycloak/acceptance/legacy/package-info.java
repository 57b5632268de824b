/**
 * Applications that trust only Keycloak, with the software that agencies really run: what the
 * guides in {@code docs/aplicacoes} show is what runs here.
 */
package io.github.govbrkeycloak.acceptance.legacy;
