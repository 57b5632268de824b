/** What gov.br's APIs ({@code api.acesso.gov.br}) have in common: access and errors. */
package io.github.govbrkeycloak.simulator.api;
