package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Refuses what Undertow or RESTEasy would call a server error, or quote in a log: cookies outside
 * ASCII, addresses that are no UTF-8, content types that are none, alphabets nobody knows, and
 * forms whose percent signs encode nothing.
 */
final class RequestCheck implements HttpHandler {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int FIRST_AFTER_ASCII = 128;

  /** What a decoder puts in place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private final HttpHandler next;

  RequestCheck(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!hasAsciiCookies(exchange.getRequestHeaders())) {
      refuse(exchange, StatusCodes.BAD_REQUEST, "O cabeçalho Cookie só pode ter letras ASCII.");
    } else if (!isUtf8(exchange.getRequestURI()) || !isUtf8(exchange.getQueryString())) {
      refuse(exchange, StatusCodes.BAD_REQUEST, "O endereço deve estar em UTF-8.");
    } else if (!hasReadableType(exchange.getRequestHeaders())) {
      refuse(
          exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, "O Content-Type não é um tipo conhecido.");
    } else if (form(exchange).filter(form -> !isDecodable(form)).isPresent()) {
      refuse(exchange, StatusCodes.BAD_REQUEST, "O formulário tem um % que não codifica nada.");
    } else {
      next.handleRequest(exchange);
    }
  }

  /** The body of a request that is a form, still encoded. */
  static Optional<String> form(HttpServerExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    byte[] body = exchange.getAttachment(BodyReader.BODY);
    return type == null || body == null || !type.startsWith(FORM)
        ? Optional.empty()
        : Optional.of(new String(body, StandardCharsets.UTF_8));
  }

  private static void refuse(HttpServerExchange exchange, int status, String why) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=UTF-8");
    exchange
        .getResponseSender()
        .send("{\"error\":\"" + status + "\",\"erro_description\":\"" + why + "\"}");
  }

  private static boolean hasAsciiCookies(HeaderMap headers) {
    return !headers.contains(Headers.COOKIE)
        || headers.get(Headers.COOKIE).stream()
            .allMatch(cookies -> cookies.chars().allMatch(letter -> letter < FIRST_AFTER_ASCII));
  }

  private static boolean hasReadableType(HeaderMap headers) {
    String type = headers.getFirst(Headers.CONTENT_TYPE);
    try {
      return type == null || isReadable(MediaType.valueOf(type));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isReadable(MediaType type) {
    String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    try {
      return !type.isWildcardType()
          && !type.isWildcardSubtype()
          && (charset == null || Charset.forName(charset).canEncode());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return false;
    }
  }

  private static boolean isUtf8(String address) {
    if (address.indexOf('%') < 0) {
      return true;
    }
    return isDecodable(address)
        && URLDecoder.decode(address, StandardCharsets.UTF_8).indexOf(REPLACEMENT) < 0;
  }

  private static boolean isDecodable(String form) {
    try {
      return URLDecoder.decode(form, StandardCharsets.UTF_8) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
