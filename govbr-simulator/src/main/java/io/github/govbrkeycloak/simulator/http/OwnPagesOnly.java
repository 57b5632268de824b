package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.util.Set;

/**
 * Keeps pages of other sites from steering a simulator that runs on the developer's own machine: a
 * browser tells where a request comes from. Programs that are no browsers pass.
 */
final class OwnPagesOnly implements HttpHandler {

  private static final HttpString SEC_FETCH_SITE = new HttpString("Sec-Fetch-Site");
  private static final HttpString ORIGIN = new HttpString("Origin");
  private static final Set<HttpString> HARMLESS =
      Set.of(Methods.GET, Methods.HEAD, Methods.OPTIONS);
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final HttpHandler next;

  OwnPagesOnly(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (HARMLESS.contains(exchange.getRequestMethod()) || isOurs(exchange)) {
      next.handleRequest(exchange);
      return;
    }
    exchange.setStatusCode(StatusCodes.FORBIDDEN);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=UTF-8");
    exchange.getResponseSender().send("{\"erro\":\"o pedido veio da página de outro site\"}");
  }

  private static boolean isOurs(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getRequestHeaders();
    String site = headers.getFirst(SEC_FETCH_SITE);
    String origin = headers.getFirst(ORIGIN);
    if (site != null) {
      return OURS.contains(site);
    }
    // Not every browser tells the site to an address without TLS.
    return origin == null || isHost(origin, exchange.getHostAndPort());
  }

  private static boolean isHost(String origin, String host) {
    try {
      return host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
