/** The points on which gov.br's documents disagree, and which side the simulator takes. */
package io.github.govbrkeycloak.simulator.settings;
