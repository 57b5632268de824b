/** Which facts a login needs beyond the ID token, and how they are fetched. */
package io.github.govbrkeycloak.keycloak.facts;
