/**
 * What all surfaces of the simulated gov.br share: request body, caller, call log, pages, errors.
 */
package io.github.govbrkeycloak.simulator.http;
