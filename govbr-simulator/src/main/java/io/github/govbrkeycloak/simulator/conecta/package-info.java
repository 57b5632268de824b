/** Conecta gov.br: the register of citizens (CPF Light). */
package io.github.govbrkeycloak.simulator.conecta;
