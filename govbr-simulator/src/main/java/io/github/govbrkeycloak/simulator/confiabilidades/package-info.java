/** The API of levels, categories and seals, version 3. */
package io.github.govbrkeycloak.simulator.confiabilidades;
