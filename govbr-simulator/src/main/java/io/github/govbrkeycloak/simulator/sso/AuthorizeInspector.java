package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What gov.br objects to in a request to {@code /authorize} (roteiro, Passos 3 to 5). */
final class AuthorizeInspector implements Inspector {

  private final Clients clients;
  private final Freshness freshness;

  AuthorizeInspector(Clients clients, Freshness freshness) {
    this.clients = clients;
    this.freshness = freshness;
  }

  @Override
  public String endpoint() {
    return SsoEndpoints.AUTHORIZE.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    Optional<Client> client = call.parameter("client_id").flatMap(clients::withId);
    if (client.isEmpty()) {
      findings.add(new CredentialCheck(clients).unknown(call.parameter("client_id").orElse("")));
    } else {
      aboutReturn(call, client.get()).ifPresent(findings::add);
      aboutScope(call, client.get()).ifPresent(findings::add);
    }
    if (call.parameter("response_type").filter("code"::equals).isEmpty()) {
      findings.add(Objection.RESPONSE_TYPE.because("o response_type deve ser code."));
    }
    findings.addAll(freshness.inspect(call));
    aboutPkce(call).ifPresent(findings::add);
    aboutRepetition(call).ifPresent(findings::add);
    if (UserAgent.of(call) == UserAgent.WEBVIEW) {
      findings.add(
          Objection.WEBVIEW.because(
              "página de entrada dentro do aplicativo (WebView), o que o gov.br proíbe: abra o"
                  + " navegador do aparelho."));
    }
    return findings;
  }

  private static Optional<Finding> aboutReturn(IncomingCall call, Client client) {
    String redirectUri = call.parameter("redirect_uri").orElse("");
    return client.redirectUris().contains(redirectUri)
        ? Optional.empty()
        : Optional.of(
            Objection.RETORNO_NAO_REGISTRADO.because(
                "a redirect_uri não está registrada: "
                    + AddressDifference.between(redirectUri, client.redirectUris())
                    + "."));
  }

  private static Optional<Finding> aboutScope(IncomingCall call, Client client) {
    String scope = call.parameter("scope").orElse("").strip();
    List<String> scopes = Arrays.asList(scope.split(" +", -1));
    List<String> missing = client.notProvisioned(scopes);
    if (scope.contains("+")) {
      return Optional.of(
          Objection.ESCOPO_COM_MAIS.because(
              "o scope tem o sinal de mais codificado (%2B): separe os escopos com + puro ou com"
                  + " espaço."));
    }
    if (!missing.isEmpty()) {
      return Optional.of(
          Objection.ESCOPO_NAO_LIBERADO.because(
              "escopo que o gov.br não liberou para este serviço: peça a liberação ou tire da"
                  + " lista (são "
                  + missing.size()
                  + ")."));
    }
    return scopes.contains("openid")
        ? Optional.empty()
        : Optional.of(Objection.SEM_OPENID.because("sem o escopo openid não há id_token."));
  }

  private static Optional<Finding> aboutPkce(IncomingCall call) {
    if (call.parameter("code_challenge").isEmpty()) {
      return Optional.of(
          Objection.SEM_PKCE.because(
              "sem PKCE: mande code_challenge e code_challenge_method=S256."));
    }
    return call.parameter("code_challenge_method").filter("S256"::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            Objection.PKCE_SEM_S256.because("PKCE sem S256: code_challenge_method deve ser S256."));
  }

  private static Optional<Finding> aboutRepetition(IncomingCall call) {
    long repeated = call.query().values().stream().filter(values -> values.size() > 1).count();
    return repeated == 0
        ? Optional.empty()
        : Optional.of(
            Objection.PARAMETRO_REPETIDO.because(
                "parâmetro mandado mais de uma vez: mande cada um uma só vez (são "
                    + repeated
                    + ")."));
  }
}
