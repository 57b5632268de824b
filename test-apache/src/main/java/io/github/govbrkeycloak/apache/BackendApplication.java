package io.github.govbrkeycloak.apache;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An application behind Apache, which believes the headers it is given. */
public final class BackendApplication implements AutoCloseable {

  private final HttpServer server;
  private volatile Headers last = new Headers();

  private BackendApplication() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          last = exchange.getRequestHeaders();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
  }

  /** Starts it at a free port. */
  public static BackendApplication start() throws IOException {
    BackendApplication application = new BackendApplication();
    application.server.start();
    return application;
  }

  /** Where it is, with a trailing slash. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** A header of the last request, which is UTF-8 on the wire; null if it was not there. */
  public String lastHeader(String name) {
    String value = last.getFirst(name);
    return value == null
        ? null
        : new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
