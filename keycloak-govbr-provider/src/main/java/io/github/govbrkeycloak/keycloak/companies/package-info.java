/**
 * The companies that a person is linked to at gov.br, and for which of them the person acts in an
 * application.
 *
 * <p>The list may have thousands of entries: it is asked for when somebody needs it, kept for
 * minutes, and never goes into a token, an attribute or a session. What a session keeps is the one
 * company that was chosen.
 */
package io.github.govbrkeycloak.keycloak.companies;
