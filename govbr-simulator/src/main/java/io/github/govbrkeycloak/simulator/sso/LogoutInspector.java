package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.List;

/** What strands people at {@code /logout}. */
final class LogoutInspector implements Inspector {

  private final Clients clients;

  LogoutInspector(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String endpoint() {
    return SsoEndpoints.LOGOUT.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    String sent = call.parameter("post_logout_redirect_uri").orElse("");
    if (sent.isEmpty()) {
      return List.of(
          Finding.error(
              "saida-sem-endereco",
              "falta post_logout_redirect_uri na URL: a pessoa fica na tela de outro sistema."));
    }
    if (clients.haveLogoutUri(sent)) {
      return List.of();
    }
    List<String> registered =
        clients.all().stream().map(Client::logoutUris).flatMap(List::stream).toList();
    return List.of(
        Finding.error(
            "saida-nao-registrada",
            "URL de Log Out não registrada: " + AddressDifference.between(sent, registered) + "."));
  }
}
