package io.github.govbrkeycloak.simulator.homologacao;

import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.github.govbrkeycloak.simulator.journal.Destination;
import io.github.govbrkeycloak.simulator.journal.Sent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The calls of one service.
 *
 * @param calls oldest first
 * @param nobodys calls that do not tell which service they are of
 */
record Evidence(List<Entry> calls, List<Entry> nobodys) {

  private static final int OK = 200;

  /** Sorts the journal for one service. */
  static Evidence about(String clientId, List<Entry> journal) {
    return new Evidence(
        journal.stream().filter(call -> clientId.equals(call.cliente())).toList(),
        journal.stream().filter(call -> call.cliente() == null).toList());
  }

  /** A login that gov.br began. */
  static boolean beganLogin(Entry call) {
    return to("authorize").test(call)
        && (call.destino() == Destination.PAGINA_DE_ENTRADA
            || call.destino() == Destination.VOLTA_COM_CODIGO);
  }

  /** A code that gov.br exchanged for tokens. */
  static boolean gotTokens(Entry call) {
    return to("token").test(call)
        && call.status() == OK
        && call.enviado().stream().anyMatch(sent -> sent.nome().equals("code"));
  }

  /** An answer to the service with a person's data. */
  static boolean gotData(Entry call) {
    return call.status() == OK
        && call.entrada() != null
        && !Set.of("authorize", "login", "token").contains(String.valueOf(call.endpoint()));
  }

  /** A person who was sent to an address or away from one. */
  static Predicate<Entry> leadsTo(Destination destination) {
    return call -> call.destino() == destination;
  }

  static Predicate<Entry> to(String endpoint) {
    return call -> endpoint.equals(call.endpoint());
  }

  static Predicate<Entry> sending(String name, Predicate<Sent> what) {
    return call ->
        call.enviado().stream().anyMatch(sent -> sent.nome().equals(name) && what.test(sent));
  }

  /** Whether the login a call belongs to asked for this scope. */
  boolean loginAskedFor(Entry call, String scope) {
    return calls.stream()
        .filter(other -> Objects.equals(other.entrada(), call.entrada()))
        .anyMatch(
            to("authorize")
                .and(
                    sending(
                        "scope",
                        sent ->
                            sent.valor() != null
                                && Set.of(sent.valor().split(" ", -1)).contains(scope))));
  }

  /** Whether the service began another login after a call. */
  boolean anotherLoginAfter(Entry call) {
    return calls.stream().anyMatch(other -> other.numero() > call.numero() && beganLogin(other));
  }
}
