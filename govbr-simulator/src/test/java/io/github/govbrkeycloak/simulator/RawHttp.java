package io.github.govbrkeycloak.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP without a client's kindness: what really comes over the wire. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 60_000;

  private RawHttp() {}

  /** The whole answer to a GET, until the other side closes. */
  static String get(String baseUrl, String path) throws IOException {
    return send(baseUrl, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  /** The whole answer to these bytes, until the other side closes. */
  static String send(String baseUrl, String request) throws IOException {
    URI uri = URI.create(baseUrl);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What follows the headers. */
  static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
