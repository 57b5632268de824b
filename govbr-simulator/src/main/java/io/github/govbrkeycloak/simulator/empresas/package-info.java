/** The API of the companies a person is linked to, version 2. */
package io.github.govbrkeycloak.simulator.empresas;
