package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** Writes each finished call into the {@link CallLog}. */
final class CallLogger implements HttpHandler {

  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z/._-]");
  private static final int LONGEST_PATH = 100;

  private final CallLog log;
  private final Clock clock;
  private final HttpHandler next;

  CallLogger(CallLog log, Clock clock, HttpHandler next) {
    this.log = log;
    this.clock = clock;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.addExchangeCompleteListener(
        (completed, nextListener) -> {
          log.add(entry(completed));
          nextListener.proceed();
        });
    next.handleRequest(exchange);
  }

  private Entry entry(HttpServerExchange exchange) {
    Endpoint endpoint = exchange.getAttachment(CallFinder.ENDPOINT);
    Call call = exchange.getAttachment(CallFinder.CALL);
    return new Entry(
        clock.instant().toString(),
        exchange.getRequestMethod().toString(),
        endpoint == null ? withoutNumbers(exchange.getRequestPath()) : endpoint.template(),
        endpoint == null ? null : endpoint.name(),
        call == null ? null : call.client().orElse(null),
        exchange.getStatusCode(),
        findings(exchange));
  }

  private static List<Finding> findings(HttpServerExchange exchange) {
    List<?> found = exchange.getAttachment(CallFinder.FINDINGS);
    return found == null ? List.of() : found.stream().map(Finding.class::cast).toList();
  }

  /** A path nobody knows may still hold a CPF, or worse. */
  private static String withoutNumbers(String path) {
    String plain = NOT_PLAIN.matcher(path).replaceAll("*");
    return plain.length() > LONGEST_PATH ? plain.substring(0, LONGEST_PATH) + "…" : plain;
  }
}
