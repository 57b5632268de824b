/** Keycloak's administration console, as an administrator sees it. */
package io.github.govbrkeycloak.acceptance.console;
