/**
 * Steps that a person is sent through on the way into an application, each by its name: what is
 * under way in which tab of the browser, and how many come through.
 */
package io.github.govbrkeycloak.keycloak.steps;
