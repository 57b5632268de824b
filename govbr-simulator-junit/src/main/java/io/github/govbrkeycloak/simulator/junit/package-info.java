/**
 * The simulated gov.br inside JUnit tests: {@link
 * io.github.govbrkeycloak.simulator.junit.GovBrSimulado} starts it, parameters bring it in, and
 * what one test makes it do wrong ends with that test.
 */
package io.github.govbrkeycloak.simulator.junit;
