/** What a real gov.br would object to in a call, said in plain Portuguese to its developer. */
package io.github.govbrkeycloak.simulator.diagnosis;
