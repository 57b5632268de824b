package io.github.govbrkeycloak.keycloak.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A gov.br with an address for each of its moods. */
final class FaultyServer implements AutoCloseable {

  private final HttpServer server;
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch two = new CountDownLatch(2);

  private FaultyServer(HttpServer server) {
    this.server = server;
  }

  static FaultyServer start(Executor threads) throws IOException {
    FaultyServer faulty =
        new FaultyServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    faulty.serve(threads);
    return faulty;
  }

  private void serve(Executor threads) {
    server.setExecutor(threads);
    server.createContext("/ok", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/huge", exchange -> answer(exchange, 200, "x".repeat(100_000)));
    server.createContext("/down", exchange -> answer(exchange, 503, "down"));
    server.createContext("/none", exchange -> answer(exchange, 404, ""));
    server.createContext("/forbidden", exchange -> answer(exchange, 403, ""));
    server.createContext("/hang", this::hang);
    server.createContext("/trickle", this::trickle);
    server.createContext(
        "/limit",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "60");
          answer(exchange, 429, "");
        });
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Waits until two calls hang. */
  void awaitTwo() throws InterruptedException {
    two.await();
  }

  /** Lets go of what hangs. */
  void release() {
    released.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void hang(HttpExchange exchange) throws IOException {
    two.countDown();
    awaitRelease();
    exchange.close();
  }

  /** One byte now and then: no socket limit ever ends this. */
  private void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    do {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    } while (!isReleasedWithin(100));
  }

  private boolean isReleasedWithin(long millis) {
    try {
      return released.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
