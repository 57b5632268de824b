package io.github.govbrkeycloak.simulator.procuracao;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.api.ApiInspector;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What gov.br objects to in calls about powers of attorney. */
final class PowersInspector implements Inspector {

  private final Endpoint endpoint;
  private final ApiInspector access;
  private final AccessTokens tokens;

  PowersInspector(String scope, Endpoint endpoint, AccessTokens tokens) {
    this.endpoint = endpoint;
    this.access = ApiInspector.demanding(scope, endpoint, tokens);
    this.tokens = tokens;
  }

  @Override
  public String endpoint() {
    return endpoint.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>(access.inspect(call));
    Optional<AccessToken> token = call.header("Authorization").flatMap(tokens::inHeader);
    if (token.isPresent() && token.get().grantor().isEmpty()) {
      findings.add(
          Objection.TOKEN_SEM_PROCURACAO.because(
              "o access token é de quem entrou em nome próprio: só o token de procurador abre esta"
                  + " API."));
    }
    if (endpoint.template().contains("/v1/")) {
      findings.add(
          Objection.API_OBSOLETA.because(
              "você chamou a versão 1 da API de procuração: o roteiro de 2026 usa a 2."));
    } else if (call.queryParameter("filtrar-por-outorgado").isPresent()) {
      findings.add(
          Objection.FILTRO_DA_V1.because(
              "o filtro filtrar-por-outorgado é da versão 1: na 2 ele é filtrar-por-procurador."));
    }
    if (endpoint.template().endsWith("historico-acessos") && call.method().equals("POST")) {
      aboutUse(call.json().path("poaAccessHistory"), token).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> aboutUse(JsonNode use, Optional<AccessToken> token) {
    boolean whole =
        use.path("clientId").isTextual()
            && use.path("serviceId").isInt()
            && (use.has("instanteEvento") || use.has("serviceEventCreatedAtUtc"));
    if (!whole) {
      return Optional.of(
          Objection.HISTORICO_INCOMPLETO.because(
              "mande poaAccessHistory com clientId, serviceId e instanteEvento."));
    }
    return token
        .filter(known -> !known.clientId().equals(use.path("clientId").asText()))
        .map(
            known ->
                Objection.HISTORICO_DE_OUTRO_SERVICO.because(
                    "o clientId não é o aud do access token: cada serviço registra só o seu"
                        + " uso."));
  }
}
