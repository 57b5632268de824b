package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * What the catalogue demands of the address a service sends a citizen to (roteiro, Passo 12).
 * Nobody is ever sent to an address that the service has not registered.
 */
final class VisitRules {

  /** Why the catalogue goes no further, in Portuguese. */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }
  }

  private final Clients clients;
  private final Settings settings;

  VisitRules(Clients clients, Settings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  Visit check(MultivaluedMap<String, String> sent) throws Refusal {
    String clientId = sent.getFirst("client_id");
    if (clientId == null && sent.getFirst("redirect_uri") == null) {
      return Visit.PRIVATE;
    }
    Client client =
        clients
            .withId(clientId)
            .orElseThrow(() -> new Refusal("O client_id não está registrado no gov.br."));
    String redirectUri = sent.getFirst("redirect_uri");
    return new Visit(
        Optional.of(client.nome()),
        Optional.of(returnAddress(client, redirectUri)),
        list(sent, "niveis"),
        list(sent, "categorias"),
        list(sent, "confiabilidades"),
        Visit.query(
            clientId,
            redirectUri,
            sent.getFirst("niveis"),
            sent.getFirst("categorias"),
            sent.getFirst("confiabilidades")));
  }

  private String returnAddress(Client client, String redirectUri) throws Refusal {
    if (settings.chosen(Choice.RETURN_TO_LAUNCHER)) {
      return Optional.ofNullable(client.lancador())
          .orElseThrow(() -> new Refusal("O serviço não registrou a URL de lançador de serviços."));
    }
    if (redirectUri == null && !client.redirectUris().isEmpty()) {
      return client.redirectUris().get(0);
    }
    if (redirectUri == null || !client.redirectUris().contains(redirectUri)) {
      throw new Refusal("O redirect_uri não está registrado para este serviço.");
    }
    return redirectUri;
  }

  private static IdExpression list(MultivaluedMap<String, String> sent, String parameter)
      throws Refusal {
    try {
      return IdExpression.parse(sent.getFirst(parameter));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          "O parâmetro "
              + parameter
              + " não tem a forma esperada: 2,3 pede todos; (2/3) pede um deles.");
    }
  }
}
