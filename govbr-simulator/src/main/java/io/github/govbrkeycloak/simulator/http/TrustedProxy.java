package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.NetworkUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes from the headers of the reverse proxy in front who calls and by which address. Of a list
 * only the last entry counts: the proxy itself wrote it, what stands before it came from the
 * client.
 */
final class TrustedProxy implements HttpHandler {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");
  private static final Pattern PORT = Pattern.compile("^(\\d+(?:\\.\\d+){3}|\\[[^]]*]):\\d+$");

  private static final Pattern ENDS_IN_PORT = Pattern.compile(":\\d+$");
  private static final Pattern NEEDED_PORT = Pattern.compile("(?!(80|443)$)\\d{1,5}");

  private final HttpHandler next;

  TrustedProxy(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderMap headers = exchange.getRequestHeaders();
    last(headers, Headers.X_FORWARDED_FOR)
        .flatMap(TrustedProxy::address)
        .ifPresent(caller -> exchange.setSourceAddress(new InetSocketAddress(caller, 0)));
    last(headers, Headers.X_FORWARDED_PROTO)
        .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
        .ifPresent(scheme -> spokenWith(exchange, scheme));
    last(headers, Headers.X_FORWARDED_HOST)
        .filter(host -> HOST.matcher(host).matches())
        .ifPresent(host -> headers.put(Headers.HOST, withPort(host, headers)));
    next.handleRequest(exchange);
  }

  /** Some proxies tell the port apart. */
  private static String withPort(String host, HeaderMap headers) {
    return last(headers, Headers.X_FORWARDED_PORT)
        .filter(port -> NEEDED_PORT.matcher(port).matches() && !ENDS_IN_PORT.matcher(host).find())
        .map(port -> host + ":" + port)
        .orElse(host);
  }

  private static void spokenWith(HttpServerExchange exchange, String scheme) {
    exchange.setRequestScheme(scheme);
    if (exchange.isSecure()) {
      exchange.addResponseCommitListener(TrustedProxy::secureCookies);
    }
  }

  private static void secureCookies(HttpServerExchange exchange) {
    HeaderValues cookies = exchange.getResponseHeaders().get(Headers.SET_COOKIE);
    if (cookies != null) {
      cookies.replaceAll(cookie -> cookie.contains("Secure") ? cookie : cookie + "; Secure");
    }
  }

  private static Optional<String> last(HeaderMap headers, HttpString name) {
    return Optional.ofNullable(headers.getLast(name))
        .map(list -> list.substring(list.lastIndexOf(',') + 1).strip());
  }

  /** An address, with or without a port; never a name, which would have to be looked up. */
  private static Optional<InetAddress> address(String written) {
    String bare = PORT.matcher(written).replaceFirst("$1").replaceAll("^\\[|]$", "");
    try {
      return Optional.of(
          bare.contains(":")
              ? NetworkUtils.parseIpv6Address(bare)
              : NetworkUtils.parseIpv4Address(bare));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
