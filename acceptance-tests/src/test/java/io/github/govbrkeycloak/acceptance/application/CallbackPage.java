package io.github.govbrkeycloak.acceptance.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The page of a test application to which Keycloak sends the browser back; keeps what came. */
final class CallbackPage implements AutoCloseable {

  private static final byte[] PAGE =
      "<!doctype html><html lang=\"pt-BR\"><title>Voltou</title><link rel=\"icon\" href=\"data:,\"><h1>Voltou</h1></html>"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final BlockingQueue<Map<String, String>> arrivals = new LinkedBlockingQueue<>();

  CallbackPage() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/retorno", this::receive);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/retorno");
  }

  /** The parameters of the next return of the browser, by query or by form. */
  Map<String, String> awaitArrival() {
    try {
      Map<String, String> arrival = arrivals.poll(60, TimeUnit.SECONDS);
      if (arrival == null) {
        throw new IllegalStateException("the browser did not come back to the application");
      }
      return arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What an earlier test left must not be taken for what the next one waits for. */
  void forgetArrivals() {
    arrivals.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String posted = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isPost = "POST".equals(exchange.getRequestMethod());
    arrivals.add(Form.read(isPost ? posted : exchange.getRequestURI().getRawQuery()));
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, PAGE.length);
    exchange.getResponseBody().write(PAGE);
    exchange.close();
  }
}
