/** What all surfaces of one simulated gov.br share. */
package io.github.govbrkeycloak.simulator.world;
