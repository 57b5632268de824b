/** The API by which desks create and recover accounts. */
package io.github.govbrkeycloak.simulator.balcao;
