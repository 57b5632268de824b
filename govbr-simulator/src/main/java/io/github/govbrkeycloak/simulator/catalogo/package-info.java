/** The catalogue of seals, where citizens raise their level. */
package io.github.govbrkeycloak.simulator.catalogo;
