package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a request for a token at an address other than {@code /token}.
 *
 * @param endpoint name of the address
 * @param grantType the only grant it knows
 * @param clients the services
 */
public record ServiceTokenInspector(String endpoint, String grantType, Clients clients)
    implements Inspector {

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>(new CredentialCheck(clients).inspect(call));
    if (!call.formParameter("grant_type").filter(grantType::equals).isPresent()) {
      findings.add(
          Objection.GRANT_TYPE.because("o grant_type deve ser " + grantType + ", no corpo."));
    }
    if (UserAgent.addsBrowserHeaders(call)) {
      findings.add(
          Objection.TOKEN_NO_NAVEGADOR.because(
              "token pedido pelo navegador: o segredo deve ficar no servidor."));
    }
    return findings;
  }
}
