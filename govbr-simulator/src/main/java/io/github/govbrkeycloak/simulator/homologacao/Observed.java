package io.github.govbrkeycloak.simulator.homologacao;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A requirement that calls can show. One call against it is enough to fail: gov.br looks at every
 * way into the service.
 *
 * @param proof calls that show it
 * @param least how many of them it takes
 * @param where which calls can show the contrary
 * @param objections what they must not be accused of
 * @param todo what the developer can do to show it
 */
record Observed(
    String id,
    String title,
    BiPredicate<Evidence, Entry> proof,
    int least,
    Predicate<Entry> where,
    Set<Objection> objections,
    String todo)
    implements Requirement {

  private static final int SHOWN = 3;

  /** A requirement that any call of the service can contradict. */
  Observed(
      String id,
      String title,
      BiPredicate<Evidence, Entry> proof,
      int least,
      Set<Objection> objections,
      String todo) {
    this(id, title, proof, least, call -> true, objections, todo);
  }

  @Override
  public Item judge(Evidence evidence, boolean confirmed) {
    List<Entry> against = evidence.calls().stream().filter(this::isAgainst).toList();
    if (!against.isEmpty()) {
      return new Item(
          id,
          title,
          Situation.REPROVADO,
          "O gov.br não aceitaria: " + accusations(against),
          "conserte, apague as chamadas e mostre de novo.",
          latest(against.stream()));
    }
    List<Long> proof =
        latest(evidence.calls().stream().filter(call -> proof().test(evidence, call)));
    if (proof.size() < Math.min(least, SHOWN)) {
      return item(
          Situation.FALTA_VER,
          proof.isEmpty()
              ? "Nada no diário mostra isto ainda."
              : "Visto uma vez; faltam outras para comparar.",
          proof);
    }
    return item(Situation.PROVADO, "Mostrado por chamadas do diário; nenhuma o desmente.", proof);
  }

  private boolean isAgainst(Entry call) {
    return where.test(call) && objections.stream().anyMatch(call::has);
  }

  private String accusations(List<Entry> against) {
    return against.stream()
        .map(Entry::achados)
        .flatMap(List::stream)
        .filter(found -> objections.stream().anyMatch(found::is))
        .map(Finding::texto)
        .distinct()
        .limit(SHOWN)
        .collect(Collectors.joining(" "));
  }

  private Item item(Situation situation, String why, List<Long> calls) {
    return new Item(id, title, situation, why, todo, calls);
  }

  private static List<Long> latest(Stream<Entry> calls) {
    List<Long> numbers = calls.map(Entry::numero).toList();
    return numbers.stream()
        .skip(Math.max(0, numbers.size() - SHOWN))
        .sorted((one, other) -> Long.compare(other, one))
        .toList();
  }
}
