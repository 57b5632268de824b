package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What gov.br objects to in a request to {@code /authorize} (roteiro, Passos 3 to 5). */
final class AuthorizeInspector implements Inspector {

  private static final int SHORTEST = 8;

  private final Clients clients;

  AuthorizeInspector(Clients clients) {
    this.clients = clients;
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
      findings.add(unknownClient(call.parameter("client_id").orElse("")));
    } else {
      findings.addAll(aboutClient(call, client.get()));
    }
    if (call.parameter("response_type").filter("code"::equals).isEmpty()) {
      findings.add(Finding.error("response-type", "response_type deve ser code."));
    }
    findings.addAll(aboutFreshness(call));
    findings.addAll(aboutPkce(call));
    return findings;
  }

  private Finding unknownClient(String sent) {
    boolean blank = clients.withId(sent.strip()).isPresent();
    return Finding.error(
        "cliente-desconhecido",
        blank
            ? "client_id com espaço no começo ou no fim: apague o espaço na sua configuração."
            : "client_id não registrado no gov.br: confira o ambiente e a grafia.");
  }

  private static List<Finding> aboutClient(IncomingCall call, Client client) {
    List<Finding> findings = new ArrayList<>();
    String redirectUri = call.parameter("redirect_uri").orElse("");
    if (!client.redirectUris().contains(redirectUri)) {
      findings.add(
          Finding.error(
              "retorno-nao-registrado",
              "redirect_uri não registrada: "
                  + AddressDifference.between(redirectUri, client.redirectUris())
                  + "."));
    }
    List<String> scopes = Arrays.asList(call.parameter("scope").orElse("").split(" +", -1));
    List<String> missing = client.notProvisioned(scopes);
    if (!missing.isEmpty()) {
      findings.add(
          Finding.error(
              "escopo-nao-liberado",
              "escopo que o gov.br não liberou para este serviço: peça a liberação ou tire da"
                  + " lista (são "
                  + missing.size()
                  + ")."));
    } else if (!scopes.contains("openid")) {
      findings.add(Finding.warning("sem-openid", "sem o escopo openid não há id_token."));
    }
    return findings;
  }

  private static List<Finding> aboutFreshness(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    for (String parameter : List.of("state", "nonce")) {
      String value = call.parameter(parameter).orElse("");
      if (value.isEmpty()) {
        findings.add(
            Finding.error(
                "sem-" + parameter,
                "falta " + parameter + ": mande um valor novo e imprevisível a cada entrada."));
      } else if (value.length() < SHORTEST) {
        findings.add(
            Finding.warning(
                parameter + "-curto",
                parameter + " curto demais para ser imprevisível: use 16 letras ou mais."));
      }
    }
    return findings;
  }

  private static List<Finding> aboutPkce(IncomingCall call) {
    if (call.parameter("code_challenge").isEmpty()) {
      return List.of(
          Finding.error(
              "sem-pkce", "sem PKCE: mande code_challenge e code_challenge_method=S256."));
    }
    return call.parameter("code_challenge_method").filter("S256"::equals).isPresent()
        ? List.of()
        : List.of(
            Finding.error("pkce-sem-s256", "PKCE sem S256: code_challenge_method deve ser S256."));
  }
}
