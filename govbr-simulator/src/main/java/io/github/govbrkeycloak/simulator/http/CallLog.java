package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls to the simulated gov.br, without anything personal or secret. */
public final class CallLog {

  /**
   * One call.
   *
   * @param quando when it was answered, ISO 8601
   * @param metodo HTTP method
   * @param caminho path, with {@code {cpf}} in place of a CPF, never with a query
   * @param endpoint name of the address, {@code null} where gov.br has none
   * @param cliente id of the registered client, {@code null} if not known
   * @param status HTTP status of the answer
   * @param achados what gov.br would object to
   */
  public record Entry(
      String quando,
      String metodo,
      String caminho,
      String endpoint,
      String cliente,
      int status,
      List<Finding> achados) {}

  private static final int KEPT = 5_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  synchronized void add(Entry entry) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** The calls, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Forgets all calls. */
  public synchronized void clear() {
    entries.clear();
  }
}
