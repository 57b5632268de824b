package io.github.govbrkeycloak.acceptance.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of an application that Keycloak tells of a logout (OpenID Connect Back-Channel). */
final class LogoutListener implements AutoCloseable {

  private static final int OK = 200;
  private static final int NOTHING = -1;

  private final HttpServer server;
  private final AtomicInteger logouts = new AtomicInteger();

  private LogoutListener(HttpServer server) {
    this.server = server;
  }

  static LogoutListener start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      LogoutListener listener = new LogoutListener(server);
      server.createContext(
          "/saida",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.startsWith("logout_token=")) {
              listener.logouts.incrementAndGet();
            }
            exchange.sendResponseHeaders(OK, NOTHING);
            exchange.close();
          });
      server.start();
      return listener;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Where Keycloak tells of logouts. */
  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/saida";
  }

  /** How many logout tokens came. */
  int logouts() {
    return logouts.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
