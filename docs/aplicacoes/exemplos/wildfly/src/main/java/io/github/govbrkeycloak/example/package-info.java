/** An application on WildFly that trusts only Keycloak. */
package io.github.govbrkeycloak.example;
