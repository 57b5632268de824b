/**
 * The catalogue of seals ({@code confiabilidades.acesso.gov.br}), where citizens raise the level of
 * their account.
 */
package io.github.govbrkeycloak.simulator.catalogo;
