package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.HttpString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Optional;

/** A request as {@link CallerClue}s see it, before any resource has touched it. */
public final class IncomingCall {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpServerExchange exchange;

  IncomingCall(HttpServerExchange exchange) {
    this.exchange = exchange;
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(new HttpString(name)));
  }

  /** A cookie's value. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(exchange.getRequestCookie(name)).map(Cookie::getValue);
  }

  /** A parameter of the query or else of a form body. */
  public Optional<String> parameter(String name) {
    return queryParameter(name).or(() -> formParameter(name));
  }

  private Optional<String> queryParameter(String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
  }

  private Optional<String> formParameter(String name) {
    byte[] body = exchange.getAttachment(BodyReader.BODY);
    if (body == null || header("Content-Type").filter(type -> type.startsWith(FORM)).isEmpty()) {
      return Optional.empty();
    }
    String prefix = name + "=";
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      if (pair.startsWith(prefix)) {
        return decode(pair.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decode(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
