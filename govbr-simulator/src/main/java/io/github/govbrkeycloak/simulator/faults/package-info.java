/** Behaviours that act on the connection, in front of everything that does real work. */
package io.github.govbrkeycloak.simulator.faults;
