package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.HttpString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** A request as {@link CallerClue}s see it, before any resource has touched it. */
public final class IncomingCall {

  private final HttpServerExchange exchange;

  IncomingCall(HttpServerExchange exchange) {
    this.exchange = exchange;
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(new HttpString(name)));
  }

  /** The path, without the query. */
  public String path() {
    return exchange.getRequestPath();
  }

  /** The body as text; empty if there is none. */
  public String body() {
    byte[] body = exchange.getAttachment(BodyReader.BODY);
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
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
    String prefix = name + "=";
    return FormCheck.form(exchange).stream()
        .flatMap(form -> Arrays.stream(form.split("&", -1)))
        .filter(pair -> pair.startsWith(prefix))
        .map(pair -> URLDecoder.decode(pair.substring(prefix.length()), StandardCharsets.UTF_8))
        .findFirst();
  }
}
