package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.sso.AuthorizationCodes.Issued;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What gov.br objects to in a request to {@code /token} (roteiro, Passo 6). */
final class TokenInspector implements Inspector {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final CredentialCheck credential;
  private final AuthorizationCodes codes;

  TokenInspector(Clients clients, AuthorizationCodes codes) {
    this.credential = new CredentialCheck(clients);
    this.codes = codes;
  }

  @Override
  public String endpoint() {
    return SsoEndpoints.TOKEN.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>(credential.inspect(call));
    if (UserAgent.addsBrowserHeaders(call)) {
      findings.add(
          Objection.TOKEN_NO_NAVEGADOR.because(
              "o endereço /token foi chamado pelo navegador: o segredo e os tokens devem ficar no servidor."));
    }
    aboutBody(call).ifPresent(findings::add);
    String grantType = call.parameter("grant_type").orElse("");
    switch (grantType) {
      case "authorization_code" -> findings.addAll(aboutCode(call));
      case "client_credentials" -> {
        // Only desks get a token by it, but everybody may check a credential so.
      }
      case "refresh_token" ->
          findings.add(
              Objection.SEM_REFRESH.because(
                  "o gov.br não dá refresh_token: para tokens novos, comece outra entrada em"
                      + " /authorize."));
      default ->
          findings.add(Objection.GRANT_TYPE.because("o grant_type deve ser authorization_code."));
    }
    return findings;
  }

  private static Optional<Finding> aboutBody(IncomingCall call) {
    if (!call.query().isEmpty()) {
      return Optional.of(
          Objection.PARAMETROS_NA_URL.because(
              "parâmetros de /token na URL, onde ficam em registros de acesso: mande-os no corpo,"
                  + " como formulário."));
    }
    boolean form = call.header("Content-Type").filter(type -> type.startsWith(FORM)).isPresent();
    return form
        ? Optional.empty()
        : Optional.of(
            Objection.CORPO_NAO_FORMULARIO.because("o corpo de /token deve ser " + FORM + "."));
  }

  private List<Finding> aboutCode(IncomingCall call) {
    String code = call.parameter("code").orElse("");
    Optional<Issued> issued = codes.find(code);
    if (issued.isEmpty()) {
      return List.of(
          switch (codes.fateOf(code)) {
            case USED ->
                Objection.CODIGO_REPETIDO.because(
                    "código já usado: cada código vale uma só vez, mesmo que a troca tenha"
                        + " falhado.");
            case EXPIRED ->
                Objection.CODIGO_VENCIDO.because(
                    "código vencido: troque-o logo que a pessoa voltar ao serviço.");
            case UNKNOWN ->
                Objection.CODIGO_INVALIDO.because(
                    "código que este gov.br não emitiu: confira se ele veio inteiro (tem pontos e"
                        + " cerca de 150 letras) e do mesmo ambiente.");
          });
    }
    List<Finding> findings = new ArrayList<>();
    if (!isOfCaller(issued.get(), call)) {
      findings.add(
          Objection.CODIGO_DE_OUTRO_SERVICO.because("código emitido para outro client_id."));
    }
    if (!call.parameter("redirect_uri").equals(Optional.of(issued.get().redirectUri()))) {
      findings.add(
          Objection.RETORNO_DIFERENTE.because(
              "a redirect_uri não é a que foi mandada a /authorize."));
    }
    String verifier = call.parameter("code_verifier").orElse(null);
    if (!CodeVerifier.matches(verifier, issued.get().codeChallenge())) {
      findings.add(
          Objection.VERIFICADOR_ERRADO.because(
              "o code_verifier falta, é curto (menos de 43 letras) ou não é o desta entrada."));
    }
    return findings;
  }

  private static boolean isOfCaller(Issued issued, IncomingCall call) {
    String owner = issued.grant().client().clientId();
    return call.header("Authorization")
        .flatMap(ClientCredentials::inHeader)
        .map(ClientCredentials::clientId)
        .or(() -> call.parameter("client_id"))
        .filter(owner::equals)
        .isPresent();
  }
}
