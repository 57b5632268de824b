/** Powers of attorney: the API and the citizen's own page. */
package io.github.govbrkeycloak.simulator.procuracao;
