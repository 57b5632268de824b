package io.github.govbrkeycloak.simulator.conecta;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.ArrayList;
import java.util.List;

/** What the Conecta gateway objects to. */
record CpfLightInspector(String endpoint, ConectaTokens tokens) implements Inspector {

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    if (call.header("Authorization").flatMap(tokens::clientOf).isEmpty()) {
      findings.add(
          Objection.SEM_TOKEN_DO_CONECTA.because(
              "sem token do Conecta em vigor: peça um em /oauth2/jwt-token do Conecta; o do gov.br"
                  + " não serve, e ele vale duas horas."));
    }
    if (call.header("x-cpf-usuario").flatMap(Cpf::parse).isEmpty()) {
      findings.add(
          Objection.SEM_CPF_DO_OPERADOR.because(
              "falta o cabeçalho x-cpf-usuario com o CPF de quem consulta."));
    }
    JsonNode list = call.json().path("listaCpf");
    if (!list.isArray() || list.isEmpty() || list.size() > CpfLightResource.MOST) {
      findings.add(
          Objection.LISTA_DE_CPF.because(
              "o corpo deve ter listaCpf, com 1 a " + CpfLightResource.MOST + " números."));
    }
    return findings;
  }
}
