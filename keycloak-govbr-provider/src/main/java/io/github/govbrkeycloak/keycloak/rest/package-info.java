/** What applications ask of gov.br after a login, through Keycloak: gov.br's tokens stay here. */
package io.github.govbrkeycloak.keycloak.rest;
