package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What gov.br objects to in a request to {@code /token} (roteiro, Passo 6). */
final class TokenInspector implements Inspector {

  private final Clients clients;
  private final AuthorizationCodes codes;

  TokenInspector(Clients clients, AuthorizationCodes codes) {
    this.clients = clients;
    this.codes = codes;
  }

  @Override
  public String endpoint() {
    return SsoEndpoints.TOKEN.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    aboutCredential(call).ifPresent(findings::add);
    if (call.header("Origin").isPresent() || call.header("Sec-Fetch-Mode").isPresent()) {
      findings.add(
          Finding.error(
              "token-no-navegador",
              "/token chamado pelo navegador: o segredo e os tokens devem ficar no servidor."));
    }
    if (call.parameter("grant_type").filter("authorization_code"::equals).isPresent()) {
      findings.addAll(aboutCode(call));
    }
    return findings;
  }

  private Optional<Finding> aboutCredential(IncomingCall call) {
    Optional<ClientCredentials> offered =
        call.header("Authorization")
            .flatMap(ClientCredentials::inHeader)
            .or(() -> inParameters(call));
    if (offered.isEmpty()) {
      return Optional.of(
          Finding.error(
              "sem-credencial", "sem credencial: mande client_id e client_secret em Basic."));
    }
    Optional<Client> client = clients.withId(offered.get().clientId());
    if (client.isEmpty()) {
      return Optional.of(
          Finding.error("cliente-desconhecido", "client_id não registrado no gov.br."));
    }
    String secret = offered.get().secret();
    if (client.get().hasSecret(secret)) {
      return Optional.empty();
    }
    return Optional.of(
        client.get().hasSecret(secret.strip())
            ? Finding.error(
                "segredo-com-espaco",
                "client_secret com espaço no começo ou no fim: apague o espaço.")
            : Finding.error(
                "segredo-errado", "client_secret errado: confira o ambiente da credencial."));
  }

  private static Optional<ClientCredentials> inParameters(IncomingCall call) {
    return call.parameter("client_id")
        .flatMap(
            id -> call.parameter("client_secret").map(secret -> new ClientCredentials(id, secret)));
  }

  private List<Finding> aboutCode(IncomingCall call) {
    Optional<AuthorizationCodes.Issued> issued = call.parameter("code").flatMap(codes::find);
    if (issued.isEmpty()) {
      return List.of(
          Finding.error(
              "codigo-invalido",
              "código desconhecido, vencido ou já usado: cada código vale uma vez e por pouco"
                  + " tempo."));
    }
    List<Finding> findings = new ArrayList<>();
    if (!call.parameter("redirect_uri").equals(Optional.of(issued.get().redirectUri()))) {
      findings.add(
          Finding.error(
              "retorno-diferente", "redirect_uri diferente da que foi mandada a /authorize."));
    }
    String verifier = call.parameter("code_verifier").orElse(null);
    if (!CodeVerifier.matches(verifier, issued.get().codeChallenge())) {
      findings.add(
          Finding.error(
              "verificador-errado",
              "code_verifier ausente, curto (menos de 43 letras) ou que não é o desta entrada."));
    }
    return findings;
  }
}
