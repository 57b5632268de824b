package io.github.govbrkeycloak.simulator.diagnosis;

import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.List;

/**
 * Tells those who call an address that gov.br's guide has given up.
 *
 * @param endpoint the address
 * @param instead what to do
 */
public record ObsoleteInspector(String endpoint, String instead) implements Inspector {

  @Override
  public List<Finding> inspect(IncomingCall call) {
    return List.of(Objection.API_OBSOLETA.because(instead));
  }
}
