package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.api.ApiInspector;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import java.util.ArrayList;
import java.util.List;

/** What gov.br objects to in a call to {@code /userinfo}; the guide and discovery disagree. */
final class UserinfoInspector implements Inspector {

  private final ApiInspector access;

  UserinfoInspector(AccessTokens tokens) {
    this.access = ApiInspector.anyScope(SsoEndpoints.USERINFO, tokens);
  }

  @Override
  public String endpoint() {
    return access.endpoint();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>(access.inspect(call));
    if (call.path().endsWith("/")) {
      findings.add(
          Objection.USERINFO_COM_BARRA.because(
              "você chamou /userinfo/ com barra no fim, como no roteiro; a descoberta publica"
                  + " /userinfo, sem barra."));
    }
    return findings;
  }
}
