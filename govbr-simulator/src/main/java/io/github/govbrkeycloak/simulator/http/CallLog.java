package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.journal.Destination;
import io.github.govbrkeycloak.simulator.journal.Sent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/** The latest calls to the simulated gov.br, without anything personal or secret. */
public final class CallLog {

  /**
   * One call.
   *
   * @param numero counts the calls since the start
   * @param quando when it was answered, ISO 8601
   * @param metodo HTTP method
   * @param caminho path, with {@code {cpf}} in place of a CPF, never with a query
   * @param endpoint name of the address, {@code null} where gov.br has none
   * @param cliente id of the registered client, {@code null} if not known
   * @param entrada name of the login it belongs to, {@code null} if not known
   * @param status HTTP status of the answer
   * @param destino where the answer sends the browser, {@code null} if nowhere
   * @param enviado what it brought, secrets left out
   * @param achados what gov.br would object to
   */
  public record Entry(
      long numero,
      String quando,
      String metodo,
      String caminho,
      String endpoint,
      String cliente,
      String entrada,
      int status,
      Destination destino,
      List<Sent> enviado,
      List<Finding> achados) {

    private static final DateTimeFormatter CLOCK =
        DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("America/Sao_Paulo"));

    /** When it was answered, as people in Brazil read it. */
    public String time() {
      return CLOCK.format(Instant.parse(quando));
    }

    /** Whether something was found that gov.br refuses. */
    public boolean refusable() {
      return achados.stream().anyMatch(found -> found.gravidade() == Finding.Severity.ERRO);
    }

    /** Whether this was found. */
    public boolean has(Objection objection) {
      return achados.stream().anyMatch(found -> found.is(objection));
    }
  }

  private static final int KEPT = 5_000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long last;

  /** Keeps an entry, made with the next number. */
  synchronized void add(LongFunction<Entry> numbered) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    last++;
    entries.addLast(numbered.apply(last));
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
