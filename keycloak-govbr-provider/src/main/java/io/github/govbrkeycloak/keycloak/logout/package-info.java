/** Signing out: of the applications, of Keycloak and of gov.br, and back to the application. */
package io.github.govbrkeycloak.keycloak.logout;
