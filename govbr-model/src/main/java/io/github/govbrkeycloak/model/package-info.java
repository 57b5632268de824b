/**
 * The words gov.br uses, as plain Java values: shared by the provider, the portal and the
 * simulator.
 */
package io.github.govbrkeycloak.model;
