package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the credential of a service, and with the way it comes. */
public final class CredentialCheck {

  private final Clients clients;

  /** Knows these services. */
  public CredentialCheck(Clients clients) {
    this.clients = clients;
  }

  /** What should be mended; nothing for the right secret in Basic. */
  public List<Finding> inspect(IncomingCall call) {
    Optional<ClientCredentials> basic =
        call.header("Authorization").flatMap(ClientCredentials::inHeader);
    Optional<ClientCredentials> offered = basic.or(() -> inParameters(call));
    if (offered.isEmpty()) {
      return List.of(
          Objection.SEM_CREDENCIAL.because(
              "sem credencial: mande client_id e client_secret em Authorization: Basic."));
    }
    List<Finding> findings = new ArrayList<>();
    wrong(offered.get()).ifPresent(findings::add);
    if (basic.isEmpty()) {
      findings.add(
          Objection.CREDENCIAL_NO_FORMULARIO.because(
              "credencial entre os parâmetros: o roteiro mostra Authorization: Basic, e há relatos"
                  + " de que só Basic é aceito."));
    }
    return findings;
  }

  private Optional<Finding> wrong(ClientCredentials offered) {
    Optional<Client> client = clients.withId(offered.clientId());
    if (client.isEmpty()) {
      return Optional.of(unknown(offered.clientId()));
    }
    if (client.get().hasSecret(offered.secret())) {
      return Optional.empty();
    }
    return Optional.of(
        client.get().hasSecret(offered.secret().strip())
            ? Objection.SEGREDO_COM_ESPACO.because(
                "o client_secret tem espaço " + edge(offered.secret()) + ": apague o espaço.")
            : Objection.SEGREDO_ERRADO.because(
                "o client_secret está errado: confira o ambiente da credencial."));
  }

  /** What to say of a {@code client_id} that is not registered. */
  Finding unknown(String sent) {
    return Objection.CLIENTE_DESCONHECIDO.because(
        clients.withId(sent.strip()).isPresent()
            ? "o client_id tem espaço " + edge(sent) + ": apague o espaço na sua configuração."
            : "o client_id não está registrado no gov.br: confira o ambiente e a grafia.");
  }

  private static String edge(String text) {
    return text.equals(text.stripTrailing()) ? "no começo" : "no fim";
  }

  private static Optional<ClientCredentials> inParameters(IncomingCall call) {
    return call.parameter("client_id")
        .flatMap(
            id -> call.parameter("client_secret").map(secret -> new ClientCredentials(id, secret)));
  }
}
