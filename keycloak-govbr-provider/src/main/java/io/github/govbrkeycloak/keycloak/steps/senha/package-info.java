/** The password of gov.br, asked for again. */
package io.github.govbrkeycloak.keycloak.steps.senha;
