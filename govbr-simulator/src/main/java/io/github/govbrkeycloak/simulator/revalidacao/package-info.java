/** The older host that asks citizens for their password again. */
package io.github.govbrkeycloak.simulator.revalidacao;
