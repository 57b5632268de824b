package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What strands people at {@code /logout}. */
final class LogoutInspector implements Inspector {

  private static final String ADDRESS = "post_logout_redirect_uri";

  /** What OpenID Connect's own logout knows. */
  private static final List<String> ELSEWHERE =
      List.of("id_token_hint", "state", "client_id", "logout_hint", "ui_locales");

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
    List<Finding> findings = new ArrayList<>();
    aboutAddress(call).ifPresent(findings::add);
    if (ELSEWHERE.stream().anyMatch(name -> call.parameter(name).isPresent())) {
      findings.add(
          Objection.SAIDA_COM_PARAMETROS.because(
              "o pedido a /logout tem parâmetros que o gov.br não documenta (id_token_hint, state,"
                  + " client_id): mande só post_logout_redirect_uri; nada mais volta."));
    }
    if (!isBrowser(call)) {
      findings.add(
          Objection.SAIDA_FORA_DO_NAVEGADOR.because(
              "o endereço /logout foi chamado por um programa: a sessão está no navegador da pessoa, e só ele pode"
                  + " encerrá-la. Redirecione o navegador."));
    }
    return findings;
  }

  private Optional<Finding> aboutAddress(IncomingCall call) {
    String sent = call.queryParameter(ADDRESS).orElse("");
    if (sent.isEmpty()) {
      return Optional.of(
          call.formParameter(ADDRESS).isPresent()
              ? Objection.SAIDA_NO_CORPO.because(
                  "o post_logout_redirect_uri veio no corpo: vai na URL, também no POST. Assim a pessoa"
                      + " fica na tela de outro sistema.")
              : Objection.SAIDA_SEM_ENDERECO.because(
                  "falta post_logout_redirect_uri na URL: a pessoa fica na tela de outro sistema."));
    }
    if (clients.haveLogoutUri(sent)) {
      return Optional.empty();
    }
    List<String> registered =
        clients.all().stream().map(Client::logoutUris).flatMap(List::stream).toList();
    return Optional.of(
        Objection.SAIDA_NAO_REGISTRADA.because(
            "URL de Log Out não registrada: " + AddressDifference.between(sent, registered) + "."));
  }

  private static boolean isBrowser(IncomingCall call) {
    return call.cookie(BrowserSessions.COOKIE).isPresent()
        || UserAgent.addsBrowserHeaders(call)
        || UserAgent.of(call) == UserAgent.NAVEGADOR
        || UserAgent.of(call) == UserAgent.WEBVIEW;
  }
}
