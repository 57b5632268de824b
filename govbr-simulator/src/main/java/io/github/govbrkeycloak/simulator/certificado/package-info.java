/** The API that tells which certificate a citizen signed in with. */
package io.github.govbrkeycloak.simulator.certificado;
