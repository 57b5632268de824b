package io.github.govbrkeycloak.simulator.homologacao;

import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A requirement that happens outside gov.br's sight: a person has to look and say so.
 *
 * @param occasion calls that give the occasion to look; none needed if any call will do
 * @param todo what to look at
 */
record ByHand(String id, String title, Predicate<Entry> occasion, String todo)
    implements Requirement {

  private static final int SHOWN = 3;

  /** A requirement that needs no occasion. */
  static ByHand anytime(String id, String title, String todo) {
    return new ByHand(id, title, null, todo);
  }

  @Override
  public Item judge(Evidence evidence, boolean confirmed) {
    if (occasion == null) {
      return item(confirmed, "Nenhuma chamada ao gov.br mostra isto.", List.of());
    }
    List<Long> occasions =
        evidence.calls().stream()
            .filter(occasion)
            .map(Entry::numero)
            .sorted(Comparator.reverseOrder())
            .limit(SHOWN)
            .toList();
    return occasions.isEmpty()
        ? new Item(
            id, title, Situation.FALTA_VER, "Ainda não aconteceu neste diário.", todo, List.of())
        : item(
            confirmed,
            "Aconteceu; o que a pessoa viu depois, no serviço, só você pode dizer.",
            occasions);
  }

  private Item item(boolean confirmed, String why, List<Long> calls) {
    return new Item(
        id, title, confirmed ? Situation.CONFIRMADO : Situation.CONFIRME, why, todo, calls);
  }
}
