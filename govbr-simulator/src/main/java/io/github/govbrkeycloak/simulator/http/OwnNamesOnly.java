package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.NetworkUtils;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers only who calls the simulator by a name of its own. A page of another site can have its
 * own name lead to this machine, and a browser then takes the simulator for a part of that site. An
 * address in numbers cannot be turned so.
 */
final class OwnNamesOnly implements HttpHandler {

  private static final int MISDIRECTED = 421;
  private static final String LOCAL = "localhost";

  private final Set<String> names;
  private final HttpHandler next;

  OwnNamesOnly(String baseUrl, String bindAddress, HttpHandler next) {
    this.names =
        Stream.of(LOCAL, URI.create(baseUrl).getHost(), bindAddress)
            .filter(Objects::nonNull)
            .map(OwnNamesOnly::lower)
            .collect(Collectors.toUnmodifiableSet());
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String host = lower(exchange.getHostName());
    if (names.contains(host) || isNumeric(host)) {
      next.handleRequest(exchange);
      return;
    }
    exchange.setStatusCode(MISDIRECTED);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=UTF-8");
    exchange
        .getResponseSender()
        .send(
            "{\"erro\":\"o pedido chegou por outro nome que não o do simulador:"
                + " use o endereço dele ou um IP\"}");
  }

  private static boolean isNumeric(String host) {
    try {
      return host.contains(":")
          ? NetworkUtils.parseIpv6Address(host) != null
          : NetworkUtils.parseIpv4Address(host) != null;
    } catch (IOException | IllegalArgumentException notNumeric) {
      return false;
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
