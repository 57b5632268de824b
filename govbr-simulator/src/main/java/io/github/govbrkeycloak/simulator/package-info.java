/**
 * A stand-in for gov.br. {@link io.github.govbrkeycloak.simulator.GovBrSimulator} starts it; each
 * surface of gov.br has its package, and no class knows them all except the one that puts them
 * together.
 */
package io.github.govbrkeycloak.simulator;
