package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.github.govbrkeycloak.simulator.journal.Destination;
import io.github.govbrkeycloak.simulator.journal.Sent;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes each finished call into the {@link CallLog}. */
final class CallLogger implements HttpHandler {

  private static final Pattern METHOD =
      Pattern.compile("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT");

  private final CallLog log;
  private final Clock clock;
  private final Clients clients;
  private final KnownPath known;
  private final HttpHandler next;

  CallLogger(CallLog log, Clock clock, Clients clients, KnownPath known, HttpHandler next) {
    this.log = log;
    this.clock = clock;
    this.clients = clients;
    this.known = known;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.addExchangeCompleteListener(
        (completed, nextListener) -> {
          log.add(number -> entry(number, completed));
          nextListener.proceed();
        });
    next.handleRequest(exchange);
  }

  private Entry entry(long number, HttpServerExchange exchange) {
    Endpoint endpoint = exchange.getAttachment(CallFinder.ENDPOINT);
    Optional<String> client =
        Optional.ofNullable(exchange.getAttachment(CallFinder.CALL)).flatMap(Call::client);
    return new Entry(
        number,
        clock.instant().toString(),
        method(exchange),
        endpoint == null ? known.of(exchange.getRequestPath()) : endpoint.template(),
        endpoint == null ? null : endpoint.name(),
        client.orElse(null),
        LoginNote.of(exchange).or(() -> attached(exchange, CallFinder.LOGIN)).orElse(null),
        exchange.getStatusCode(),
        Destination.of(
                exchange.getResponseHeaders().getFirst(Headers.LOCATION),
                client.flatMap(clients::withId),
                clients)
            .orElse(null),
        list(exchange, CallFinder.SENT, Sent.class),
        list(exchange, CallFinder.FINDINGS, Finding.class));
  }

  private static <T> Optional<T> attached(HttpServerExchange exchange, AttachmentKey<T> key) {
    return Optional.ofNullable(exchange.getAttachment(key));
  }

  @SuppressWarnings("rawtypes")
  private static <T> List<T> list(
      HttpServerExchange exchange, AttachmentKey<List> key, Class<T> type) {
    List<?> found = exchange.getAttachment(key);
    return found == null ? List.of() : found.stream().map(type::cast).toList();
  }

  /** Anybody may call a method what they like. */
  private static String method(HttpServerExchange exchange) {
    String method = exchange.getRequestMethod().toString();
    return METHOD.matcher(method).matches() ? method : "(outro)";
  }
}
