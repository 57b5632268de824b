/**
 * What an application demands of whoever signs in, and whether a login meets it. One pure function
 * decides, {@link io.github.govbrkeycloak.keycloak.requirements.Requirements#check}; everything
 * else finds out what is demanded, or acts on the verdict.
 */
package io.github.govbrkeycloak.keycloak.requirements;
