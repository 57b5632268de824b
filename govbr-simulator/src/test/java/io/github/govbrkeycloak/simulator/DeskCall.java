package io.github.govbrkeycloak.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** What a desk does: it gets a token in its own name and creates or recovers an account. */
final class DeskCall {

  static final String DESK = "balcao.orgao.exemplo.gov.br";
  static final String SECRET = "segredo-do-balcao-na-demonstracao";
  static final String SCOPE = "sistema_govbr_preregistro_balcao_ORGAO";

  private DeskCall() {}

  /** A correct request; change what a test is about. */
  static ObjectNode request() {
    ObjectNode request = new ObjectMapper().createObjectNode();
    request.put("nome", "Rosa Fictícia do Balcão").put("email", "rosa@cidadao.example");
    request.put("senha", "Temporaria-1");
    request.putArray("codigosConfiabilidades").add("balcao");
    request
        .putObject("dadosAtendimento")
        .put("protocoloAtendimento", "2026-000123")
        .put("nomeAtendente", "Atendente Fictício")
        .put("numeroDocumentoAtendente", "1234567")
        .put("tipoDocumentoAtendente", "SIAPE")
        .put("dataHoraAtendimento", "2026-11-24T12:00:00.000");
    return request;
  }

  static Answer token(RelyingParty service, Map<String, String> parameters) {
    return service.token(parameters, DESK, SECRET);
  }

  static String token(RelyingParty service) {
    return token(service, Map.of("grant_type", "client_credentials", "scope", SCOPE))
        .json()
        .get("access_token")
        .asText();
  }

  static Answer put(RelyingParty service, String cpf) {
    return put(service, cpf, request().toString(), token(service));
  }

  static Answer put(RelyingParty service, String cpf, String body, String token) {
    return service.send(
        service
            .request("/pre-registro/v2/contas/" + cpf)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }
}
