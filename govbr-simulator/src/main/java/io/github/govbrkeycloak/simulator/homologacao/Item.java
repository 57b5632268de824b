package io.github.govbrkeycloak.simulator.homologacao;

import java.util.List;

/**
 * A line of the checklist.
 *
 * @param id its name
 * @param titulo what gov.br wants to see
 * @param situacao how it stands
 * @param motivo why it stands so
 * @param fazer what the developer can do
 * @param chamadas numbers of the calls that show it, the latest first
 */
public record Item(
    String id,
    String titulo,
    Situation situacao,
    String motivo,
    String fazer,
    List<Long> chamadas) {

  /** Whether a person has to say so, or has said so. */
  public boolean byHand() {
    return situacao == Situation.CONFIRME || situacao == Situation.CONFIRMADO;
  }
}
