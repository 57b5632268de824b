package io.github.govbrkeycloak.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP without a client's kindness: what really comes over the wire. */
final class RawHttp {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private RawHttp() {}

  /** The whole answer to a GET, until the other side closes. */
  static String get(String baseUrl, String path) throws IOException {
    return get(baseUrl, path, PATIENCE);
  }

  /** The same, without waiting longer than that for the next byte. */
  static String get(String baseUrl, String path, Duration patience) throws IOException {
    return send(
        baseUrl,
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        patience);
  }

  /** The whole answer to these bytes, until the other side closes. */
  static String send(String baseUrl, String request) throws IOException {
    return send(baseUrl, request, PATIENCE);
  }

  private static String send(String baseUrl, String request, Duration patience) throws IOException {
    URI uri = URI.create(baseUrl);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout((int) patience.toMillis());
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
