/** People who act for others, under a power of attorney. */
package io.github.govbrkeycloak.keycloak.steps.procuracao;
