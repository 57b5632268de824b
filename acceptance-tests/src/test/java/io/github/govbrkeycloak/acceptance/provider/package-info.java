/** The identity provider in a real Keycloak: what it believes, what it refuses, what it issues. */
package io.github.govbrkeycloak.acceptance.provider;
