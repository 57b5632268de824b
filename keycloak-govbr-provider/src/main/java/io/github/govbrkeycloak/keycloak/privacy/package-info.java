/** Under which name Keycloak knows a person of gov.br, and what it keeps of a login. */
package io.github.govbrkeycloak.keycloak.privacy;
