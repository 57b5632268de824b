/** How people and tests look into the simulator and steer it, all under {@code /simulador}. */
package io.github.govbrkeycloak.simulator.control;
