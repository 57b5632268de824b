package io.github.govbrkeycloak.simulator.api;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What gov.br objects to in a call made with a citizen's access token. */
public final class ApiInspector implements Inspector {

  private static final String DIGITS = "[0-9]{11}";

  private final Endpoint endpoint;
  private final Optional<String> scope;
  private final Function<IncomingCall, Optional<String>> cpf;
  private final AccessTokens tokens;

  private ApiInspector(
      Endpoint endpoint,
      Optional<String> scope,
      Function<IncomingCall, Optional<String>> cpf,
      AccessTokens tokens) {
    this.endpoint = endpoint;
    this.scope = scope;
    this.cpf = cpf;
    this.tokens = tokens;
  }

  /** For an address that any live access token opens. */
  public static ApiInspector anyScope(Endpoint endpoint, AccessTokens tokens) {
    return new ApiInspector(endpoint, Optional.empty(), call -> Optional.empty(), tokens);
  }

  /** For an address that demands a scope, and the CPF of the token if it has one in its path. */
  public static ApiInspector demanding(String scope, Endpoint endpoint, AccessTokens tokens) {
    return new ApiInspector(
        endpoint, Optional.of(scope), call -> endpoint.valueIn(call.path(), "cpf"), tokens);
  }

  /** The same, with the CPF in a parameter of the query. */
  public ApiInspector withCpfIn(String parameter) {
    return new ApiInspector(endpoint, scope, call -> call.queryParameter(parameter), tokens);
  }

  @Override
  public String endpoint() {
    return endpoint.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    Optional<String> header = call.header("Authorization");
    Optional<AccessToken> token = header.flatMap(tokens::inHeader);
    if (token.isEmpty()) {
      findings.add(noToken(header));
    } else {
      aboutToken(token.get()).ifPresent(findings::add);
    }
    if (header.isPresent() && UserAgent.addsBrowserHeaders(call)) {
      findings.add(
          Objection.TOKEN_NO_NAVEGADOR.because(
              "o access token foi usado pelo navegador: os tokens devem ficar no servidor do serviço."));
    }
    cpf.apply(call).flatMap(sent -> aboutCpf(sent, token)).ifPresent(findings::add);
    return findings;
  }

  private Finding noToken(Optional<String> header) {
    if (header.isEmpty()) {
      return Objection.SEM_TOKEN.because(
          "sem access token: mande Authorization: Bearer e o access_token.");
    }
    return header.filter(tokens::isIdToken).isPresent()
        ? Objection.ID_TOKEN_NA_API.because(
            "um id_token no lugar do access_token: o id_token é só do seu serviço, e nunca vai para"
                + " uma API.")
        : Objection.TOKEN_INVALIDO.because(
            "o cabeçalho Authorization não traz um access token deste gov.br: confira a palavra Bearer e o ambiente"
                + " que emitiu o token.");
  }

  private Optional<Finding> aboutToken(AccessToken token) {
    if (tokens.expired(token)) {
      return Optional.of(
          Objection.TOKEN_VENCIDO.because(
              "o access token venceu: vale uma hora, e para outro é preciso nova entrada."));
    }
    return scope
        .filter(wanted -> !token.has(wanted))
        .map(
            wanted ->
                Objection.ESCOPO_DA_API.because(
                    "o access token não tem o escopo "
                        + wanted
                        + ": peça-o em /authorize, depois que o gov.br o liberar."));
  }

  private static Optional<Finding> aboutCpf(String sent, Optional<AccessToken> token) {
    Optional<Cpf> parsed = Cpf.parse(sent);
    if (parsed.isPresent() && !sent.matches(DIGITS)) {
      return Optional.of(
          Objection.CPF_COM_PONTUACAO.because(
              "CPF com pontuação no endereço: mande só os 11 números."));
    }
    return token
        .filter(known -> !known.persona().cpf().equals(sent))
        .map(
            known ->
                Objection.CPF_DE_OUTRA_PESSOA.because(
                    "CPF que não é o da pessoa do access token: cada token só abre os dados de quem"
                        + " entrou."));
  }
}
