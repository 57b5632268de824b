package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.journal.SentReader;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.List;
import java.util.Optional;

/** Tells the handlers after it which gov.br address is called and whom the call concerns. */
final class CallFinder implements HttpHandler {

  /** What is known of the call; absent where gov.br has no such address. */
  static final AttachmentKey<Call> CALL = AttachmentKey.create(Call.class);

  /** The address called; absent where gov.br has no such address. */
  static final AttachmentKey<Endpoint> ENDPOINT = AttachmentKey.create(Endpoint.class);

  /** The name of the login the call belongs to; absent where that is not known. */
  static final AttachmentKey<String> LOGIN = AttachmentKey.create(String.class);

  /** What should be mended about the call. */
  @SuppressWarnings("rawtypes")
  static final AttachmentKey<List> FINDINGS = AttachmentKey.create(List.class);

  /** What the call brought, as far as it may be kept. */
  @SuppressWarnings("rawtypes")
  static final AttachmentKey<List> SENT = AttachmentKey.create(List.class);

  private final List<Endpoint> endpoints;
  private final List<CallerClue> clues;
  private final List<Inspector> inspectors;
  private final SentReader sent;
  private final HttpHandler next;

  CallFinder(
      List<Endpoint> endpoints,
      List<CallerClue> clues,
      List<Inspector> inspectors,
      SentReader sent,
      HttpHandler next) {
    this.endpoints = List.copyOf(endpoints);
    this.clues = List.copyOf(clues);
    this.inspectors = List.copyOf(inspectors);
    this.sent = sent;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Endpoint> endpoint = endpointOf(exchange.getRequestPath());
    IncomingCall incoming = new IncomingCall(exchange);
    exchange.putAttachment(SENT, sent.read(incoming));
    exchange.putAttachment(
        FINDINGS, findings(endpoint.map(Endpoint::name).orElse(Inspector.NOWHERE), incoming));
    endpoint.ifPresent(found -> identify(exchange, found, callerOf(incoming)));
    next.handleRequest(exchange);
  }

  private static void identify(HttpServerExchange exchange, Endpoint endpoint, Caller caller) {
    exchange.putAttachment(ENDPOINT, endpoint);
    caller.login().ifPresent(login -> exchange.putAttachment(LOGIN, login));
    exchange.putAttachment(
        CALL,
        new Call(
            endpoint.name(),
            caller.client(),
            caller.persona(),
            Optional.of(exchange.getSourceAddress().getAddress().getHostAddress())));
  }

  private Optional<Endpoint> endpointOf(String path) {
    return endpoints.stream().filter(endpoint -> endpoint.matches(path)).findFirst();
  }

  private List<Finding> findings(String endpoint, IncomingCall call) {
    return inspectors.stream()
        .filter(inspector -> inspector.endpoint().equals(endpoint))
        .flatMap(inspector -> inspector.inspect(call).stream())
        .toList();
  }

  private Caller callerOf(IncomingCall call) {
    Caller known = Caller.UNKNOWN;
    for (CallerClue clue : clues) {
      known = known.or(clue.read(call));
    }
    return known;
  }
}
