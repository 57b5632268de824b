/** What gov.br asks to see before it gives an agency its production credential. */
package io.github.govbrkeycloak.simulator.homologacao;
