package io.github.govbrkeycloak.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a simulator.
 *
 * @param bindAddress the network address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param baseUrl the address others reach it at, without a slash at the end; if empty, {@code
 *     http://localhost:} and the port
 * @param clientsFile JSON file of the registered services; if empty, the bundled one
 * @param placeholders values for {@code ${NAME:default}} in that file
 * @param pkceRequired whether {@code /authorize} insists on PKCE
 * @param clock what time it is
 */
public record SimulatorOptions(
    String bindAddress,
    int port,
    Optional<String> baseUrl,
    Optional<Path> clientsFile,
    Map<String, String> placeholders,
    boolean pkceRequired,
    Clock clock) {

  private static final int DEFAULT_PORT = 8280;
  private static final int HIGHEST_PORT = 65_535;

  /** For tests: a free port of this machine, and everything else as gov.br does it. */
  public static SimulatorOptions onFreePort() {
    return new SimulatorOptions(
        "localhost", 0, Optional.empty(), Optional.empty(), Map.of(), true, Clock.systemUTC());
  }

  /**
   * As the environment says: {@code SIMULADOR_PORTA}, {@code SIMULADOR_ENDERECO}, {@code
   * SIMULADOR_URL}, {@code SIMULADOR_CLIENTES}, {@code SIMULADOR_PKCE}.
   *
   * @throws IllegalArgumentException with a sentence in Portuguese if a value makes no sense
   */
  public static SimulatorOptions fromEnvironment(Map<String, String> environment) {
    return new SimulatorOptions(
        value(environment, "SIMULADOR_ENDERECO").orElse("localhost"),
        value(environment, "SIMULADOR_PORTA").map(SimulatorOptions::port).orElse(DEFAULT_PORT),
        value(environment, "SIMULADOR_URL").map(url -> url.replaceAll("/+$", "")),
        value(environment, "SIMULADOR_CLIENTES").map(Path::of),
        environment,
        value(environment, "SIMULADOR_PKCE").map(SimulatorOptions::required).orElse(true),
        Clock.systemUTC());
  }

  /** The same, with or without insisting on PKCE. */
  public SimulatorOptions withPkceRequired(boolean required) {
    return new SimulatorOptions(
        bindAddress, port, baseUrl, clientsFile, placeholders, required, clock);
  }

  /** The same, with another clock. */
  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(
        bindAddress, port, baseUrl, clientsFile, placeholders, pkceRequired, other);
  }

  /** The same, with values for the placeholders in the client file. */
  public SimulatorOptions withPlaceholders(Map<String, String> values) {
    return new SimulatorOptions(
        bindAddress, port, baseUrl, clientsFile, values, pkceRequired, clock);
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static int port(String value) {
    if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT) {
      return Integer.parseInt(value);
    }
    throw new IllegalArgumentException("SIMULADOR_PORTA deve ser um número de 0 a 65535.");
  }

  private static boolean required(String value) {
    return switch (value) {
      case "obrigatorio" -> true;
      case "opcional" -> false;
      default ->
          throw new IllegalArgumentException(
              "SIMULADOR_PKCE deve ser \"obrigatorio\" ou \"opcional\".");
    };
  }
}
