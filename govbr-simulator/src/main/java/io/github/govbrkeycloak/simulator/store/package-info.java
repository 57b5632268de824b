/** What the simulated gov.br keeps in memory for a while. */
package io.github.govbrkeycloak.simulator.store;
