package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.tls.Tls;
import java.util.Optional;

/**
 * Where a simulator is reached.
 *
 * @param bindAddress the network address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param baseUrl the address others reach it at, without a slash at the end; if empty, {@code
 *     localhost} and the port
 * @param tls how to serve https; if empty, it serves http
 * @param trustsProxy whether only a reverse proxy can reach it, whose headers tell who calls
 */
public record Network(
    String bindAddress,
    int port,
    Optional<String> baseUrl,
    Optional<Tls> tls,
    boolean trustsProxy) {

  /** For tests: a free port of this machine. */
  public static Network onFreePort() {
    return new Network("localhost", 0, Optional.empty(), Optional.empty(), false);
  }

  /** The same, reached by others at an address. */
  public Network at(String address) {
    return new Network(bindAddress, port, Optional.of(address), tls, trustsProxy);
  }

  /** The same, with https. */
  public Network with(Tls identity) {
    return new Network(bindAddress, port, baseUrl, Optional.of(identity), trustsProxy);
  }

  /** The same, behind a reverse proxy that tells who calls. */
  public Network behindProxy() {
    return new Network(bindAddress, port, baseUrl, tls, true);
  }

  /** The address others reach it at, once it listens on a port. */
  public String baseUrlAt(int realPort) {
    String scheme = tls.isPresent() ? "https" : "http";
    return baseUrl.orElseGet(() -> scheme + "://localhost:" + realPort);
  }
}
