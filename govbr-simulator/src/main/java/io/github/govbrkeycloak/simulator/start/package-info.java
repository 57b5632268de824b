/** How the simulator is started: flags, environment, configuration file, and what they mean. */
package io.github.govbrkeycloak.simulator.start;
