/**
 * The step {@code govbr-nivel}: a person whose gov.br account has not the level that an application
 * asks for is told so, led to gov.br's catalogue and back, and signed in again.
 */
package io.github.govbrkeycloak.keycloak.steps.level;
