/** The tokens gov.br issues, with their documented oddities, and the keys they are signed with. */
package io.github.govbrkeycloak.simulator.tokens;
