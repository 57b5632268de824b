package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the older host objects to in a request to confirm a password. */
record RevalidationInspector(String endpoint, Clients clients) implements Inspector {

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Objection.API_OBSOLETA.because(
            "a validação de senha saiu do roteiro em 2022: combine o uso com o gov.br."));
    Optional<Client> client = call.parameter("client_id").flatMap(clients::withId);
    if (client.isEmpty()) {
      findings.add(
          Objection.CLIENTE_DESCONHECIDO.because(
              "o client_id não está registrado no gov.br: a validação de senha tem credencial própria."));
      return findings;
    }
    if (!client.get().escopos().contains(RevalidationRequest.SCOPE)) {
      findings.add(
          Objection.CREDENCIAL_SEM_REVALIDACAO.because(
              "credencial sem o escopo password-validation: a validação de senha tem credencial"
                  + " própria, diferente da credencial da entrada."));
    } else if (!call.parameter("scope").equals(Optional.of(RevalidationRequest.SCOPE))) {
      findings.add(
          Objection.ESCOPO_NAO_LIBERADO.because("o scope deve ser password-validation, e só ele."));
    }
    String redirectUri = call.parameter("redirect_uri").orElse("");
    if (!client.get().redirectUris().contains(redirectUri)) {
      findings.add(
          Objection.RETORNO_NAO_REGISTRADO.because(
              "a redirect_uri não está registrada: "
                  + AddressDifference.between(redirectUri, client.get().redirectUris())
                  + "."));
    }
    return findings;
  }
}
