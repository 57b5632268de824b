package io.github.govbrkeycloak.simulator.balcao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What gov.br objects to in what a desk sends. */
record BalcaoInspector(Endpoint address, AccessTokens tokens, Settings settings)
    implements Inspector {

  private static final String DIGITS = "[0-9]{11}";

  @Override
  public String endpoint() {
    return address.name();
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    List<Finding> findings = new ArrayList<>();
    if (call.header("Authorization").flatMap(tokens::service).isEmpty()) {
      findings.add(
          Objection.SEM_TOKEN_DO_BALCAO.because(
              "sem token de balcão em vigor: peça um em /token com client_credentials e o escopo do"
                  + " balcão; o de um cidadão não serve."));
    }
    if (!address.valueIn(call.path(), "cpf").filter(cpf -> cpf.matches(DIGITS)).isPresent()) {
      findings.add(
          Objection.CPF_COM_PONTUACAO.because(
              "o CPF no endereço deve ter só os 11 números, sem pontuação."));
    }
    if (call.method().equals("PUT")) {
      problem(call)
          .map(text -> Objection.ATENDIMENTO_INVALIDO.because("atendimento recusado: " + text))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<String> problem(IncomingCall call) {
    try {
      Attendance.parse(call.json(), settings.chosen(Choice.DESK_CONTACT_REQUIRED));
      return Optional.empty();
    } catch (Attendance.Invalid invalid) {
      return Optional.of(invalid.getMessage());
    }
  }
}
