package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
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

  private final List<Endpoint> endpoints;

  /** What should be mended about the call; absent where gov.br has no such address. */
  @SuppressWarnings("rawtypes")
  static final AttachmentKey<List> FINDINGS = AttachmentKey.create(List.class);

  private final List<CallerClue> clues;
  private final List<Inspector> inspectors;
  private final HttpHandler next;

  CallFinder(
      List<Endpoint> endpoints,
      List<CallerClue> clues,
      List<Inspector> inspectors,
      HttpHandler next) {
    this.endpoints = List.copyOf(endpoints);
    this.clues = List.copyOf(clues);
    this.inspectors = List.copyOf(inspectors);
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    endpointOf(exchange.getRequestPath())
        .ifPresent(
            endpoint -> {
              IncomingCall incoming = new IncomingCall(exchange);
              Caller caller = callerOf(incoming);
              exchange.putAttachment(FINDINGS, findings(endpoint, incoming));
              exchange.putAttachment(ENDPOINT, endpoint);
              exchange.putAttachment(
                  CALL,
                  new Call(
                      endpoint.name(),
                      caller.client(),
                      caller.persona(),
                      Optional.of(exchange.getSourceAddress().getAddress().getHostAddress())));
            });
    next.handleRequest(exchange);
  }

  private Optional<Endpoint> endpointOf(String path) {
    return endpoints.stream().filter(endpoint -> endpoint.matches(path)).findFirst();
  }

  private List<Finding> findings(Endpoint endpoint, IncomingCall call) {
    return inspectors.stream()
        .filter(inspector -> inspector.endpoint().equals(endpoint.name()))
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
