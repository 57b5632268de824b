/** How the simulator serves https: with a certificate of its own making, or the user's. */
package io.github.govbrkeycloak.simulator.tls;
