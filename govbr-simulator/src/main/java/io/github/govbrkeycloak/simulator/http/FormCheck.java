package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Refuses a form whose percent signs encode nothing; RESTEasy would call it a server error. */
final class FormCheck implements HttpHandler {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpHandler next;

  FormCheck(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<String> form = form(exchange);
    if (form.isPresent() && !isDecodable(form.get())) {
      exchange.setStatusCode(StatusCodes.BAD_REQUEST);
      exchange.endExchange();
      return;
    }
    next.handleRequest(exchange);
  }

  /** The body of a request that is a form, still encoded. */
  static Optional<String> form(HttpServerExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    byte[] body = exchange.getAttachment(BodyReader.BODY);
    return type == null || body == null || !type.startsWith(FORM)
        ? Optional.empty()
        : Optional.of(new String(body, StandardCharsets.UTF_8));
  }

  private static boolean isDecodable(String form) {
    try {
      return URLDecoder.decode(form, StandardCharsets.UTF_8) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
