package io.github.govbrkeycloak.simulator.homologacao;

import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import java.util.List;

/**
 * The list for one service.
 *
 * @param cliente id of the service
 * @param chamadas how many of its calls the journal has
 * @param itens the lines
 * @param semServico numbers of the latest calls to logout that do not tell which service they are
 *     of
 */
public record Checklist(String cliente, int chamadas, List<Item> itens, List<Long> semServico) {

  private static final int SHOWN = 3;

  static Checklist of(String clientId, List<Entry> journal, Confirmations confirmations) {
    Evidence evidence = Evidence.about(clientId, journal);
    List<Long> nobodys =
        evidence.nobodys().stream()
            .filter(Evidence.to("logout"))
            .map(Entry::numero)
            .sorted((one, other) -> Long.compare(other, one))
            .limit(SHOWN)
            .toList();
    return new Checklist(
        clientId,
        evidence.calls().size(),
        Requirements.all().stream()
            .map(each -> each.judge(evidence, confirmations.has(clientId, each.id())))
            .toList(),
        nobodys);
  }

  /** How many lines stand so. */
  public long count(String situation) {
    return itens.stream().filter(item -> item.situacao().name().equals(situation)).count();
  }
}
