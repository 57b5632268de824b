/** The guide for Keycloak's generic OpenID Connect provider, followed against gov.br. */
package io.github.govbrkeycloak.acceptance.generic;
