package io.github.govbrkeycloak.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as {@link CallerClue}s see it, before any resource has touched it. */
public final class IncomingCall {

  /** No honest form has more fields; the others are not looked at. */
  private static final int MOST_FIELDS = 1_000;

  private final HttpServerExchange exchange;
  private final Map<String, List<String>> form;

  IncomingCall(HttpServerExchange exchange) {
    this.exchange = exchange;
    this.form = RequestCheck.form(exchange).map(IncomingCall::fields).orElse(Map.of());
  }

  /** The HTTP method. */
  public String method() {
    return exchange.getRequestMethod().toString();
  }

  /** The path, decoded. */
  public String path() {
    return exchange.getRequestPath();
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(new HttpString(name)));
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

  /** A parameter of the query. */
  public Optional<String> queryParameter(String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
  }

  /** A field of a form body. */
  public Optional<String> formParameter(String name) {
    return Optional.ofNullable(form.get(name)).map(values -> values.get(0));
  }

  /** All parameters of the query. */
  public Map<String, List<String>> query() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    exchange.getQueryParameters().forEach((name, values) -> query.put(name, List.copyOf(values)));
    return query;
  }

  /** All fields of a form body. */
  public Map<String, List<String>> form() {
    return form;
  }

  /** The body read as JSON; a missing node if it is none, or a form. */
  public JsonNode json() {
    byte[] body = exchange.getAttachment(BodyReader.BODY);
    boolean sent = body != null && body.length > 0 && form.isEmpty();
    try {
      return sent ? JsonFixtures.mapper().readTree(body) : MissingNode.getInstance();
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static Map<String, List<String>> fields(String form) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Arrays.stream(form.split("&", MOST_FIELDS + 1))
        .limit(MOST_FIELDS)
        .filter(pair -> !pair.isEmpty())
        .forEach(
            pair -> {
              String[] sides = pair.split("=", 2);
              fields
                  .computeIfAbsent(decoded(sides[0]), name -> new ArrayList<>())
                  .add(sides.length == 2 ? decoded(sides[1]) : "");
            });
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
