package io.github.govbrkeycloak.simulator.catalogo;

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

/** What gov.br objects to in the address a service sends a citizen to the catalogue by. */
record CatalogoInspector(String endpoint, Clients clients) implements Inspector {

  @Override
  public List<Finding> inspect(IncomingCall call) {
    if (call.query().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Optional<Client> client = call.queryParameter("client_id").flatMap(clients::withId);
    if (client.isEmpty()) {
      findings.add(
          Objection.CLIENTE_DESCONHECIDO.because(
              "o client_id falta ou não está registrado no gov.br: o catálogo precisa dele."));
    } else {
      call.queryParameter("redirect_uri")
          .flatMap(sent -> aboutReturn(sent, client.get()))
          .ifPresent(findings::add);
    }
    for (String old : List.of("categorias", "confiabilidades")) {
      call.queryParameter(old)
          .map(
              sent ->
                  Objection.CATALOGO_PARAMETRO_ANTIGO.because(
                      "o parâmetro " + old + " saiu do roteiro: peça por niveis."))
          .ifPresent(findings::add);
    }
    if (!isReadable(call.queryParameter("niveis").orElse(""))) {
      findings.add(
          Objection.NIVEIS_ILEGIVEL.because(
              "o parâmetro niveis não tem a forma esperada: 2,3 pede todos; (2/3) pede um deles."));
    }
    return findings;
  }

  private static Optional<Finding> aboutReturn(String sent, Client client) {
    return client.redirectUris().contains(sent)
        ? Optional.empty()
        : Optional.of(
            Objection.RETORNO_NAO_REGISTRADO.because(
                "a redirect_uri não está registrada: "
                    + AddressDifference.between(sent, client.redirectUris())
                    + "."));
  }

  private static boolean isReadable(String levels) {
    try {
      return IdExpression.parse(levels) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
