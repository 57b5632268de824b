package io.github.govbrkeycloak.simulator.confiabilidades;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.List;

/**
 * Tells those who call an address that gov.br's guide has given up.
 *
 * @param endpoint the address
 * @param instead what to do
 */
record ObsoleteInspector(String endpoint, String instead) implements Inspector {

  @Override
  public List<Finding> inspect(IncomingCall call) {
    return List.of(Finding.obsolete("api-obsoleta", instead));
  }
}
