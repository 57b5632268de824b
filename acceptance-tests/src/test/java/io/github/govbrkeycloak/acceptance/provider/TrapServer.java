package io.github.govbrkeycloak.acceptance.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server inside the network that somebody wants Keycloak to call, and notes who comes. */
final class TrapServer implements AutoCloseable {

  /** What nobody outside may read. */
  static final String SECRET = "dado-interno-que-ninguem-de-fora-pode-ler";

  /** Where its redirects lead. */
  static final String INSIDE = "/interno";

  private static final int FOUND = 302;
  private static final int OK = 200;
  private static final int NOTHING = -1;

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private TrapServer(HttpServer server) {
    this.server = server;
  }

  /** Answers everything with the secret, except what begins with {@code /desvio}. */
  static TrapServer start() {
    try {
      TrapServer trap =
          new TrapServer(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
      trap.server.createContext(
          "/",
          exchange -> {
            trap.calls.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(OK, secret.length);
            exchange.getResponseBody().write(secret);
            exchange.close();
          });
      trap.server.createContext(
          "/desvio",
          exchange -> {
            trap.calls.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Location", trap.url() + INSIDE);
            exchange.sendResponseHeaders(FOUND, NOTHING);
            exchange.close();
          });
      trap.server.start();
      return trap;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The paths that were called. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
