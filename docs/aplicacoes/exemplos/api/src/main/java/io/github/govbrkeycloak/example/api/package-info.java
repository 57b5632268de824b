/** A REST service that takes access tokens of Keycloak. */
package io.github.govbrkeycloak.example.api;
