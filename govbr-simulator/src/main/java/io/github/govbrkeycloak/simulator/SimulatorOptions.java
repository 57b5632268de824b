package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
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
 * @param dataDirectory the user's own fixtures; if empty, only the bundled ones
 * @param choices which sides to take where gov.br's documents disagree; the newest for the rest
 * @param clock what time it is
 */
public record SimulatorOptions(
    String bindAddress,
    int port,
    Optional<String> baseUrl,
    Optional<Path> clientsFile,
    Map<String, String> placeholders,
    Optional<Path> dataDirectory,
    Map<Setting, Choice> choices,
    Clock clock) {

  private static final int DEFAULT_PORT = 8280;
  private static final int HIGHEST_PORT = 65_535;

  /** For tests: a free port of this machine, and everything else as gov.br does it. */
  public static SimulatorOptions onFreePort() {
    return new SimulatorOptions(
        "localhost",
        0,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Map.of(),
        Clock.systemUTC());
  }

  /**
   * As the environment says: {@code SIMULADOR_PORTA}, {@code SIMULADOR_ENDERECO}, {@code
   * SIMULADOR_URL}, {@code SIMULADOR_CLIENTES}, {@code SIMULADOR_DADOS}, {@code SIMULADOR_AJUSTES}.
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
        value(environment, "SIMULADOR_DADOS").map(Path::of),
        choices(value(environment, "SIMULADOR_AJUSTES").orElse("")),
        Clock.systemUTC());
  }

  /** The same, taking another side. */
  public SimulatorOptions with(Choice choice) {
    Map<Setting, Choice> more = new HashMap<>(choices);
    more.put(choice.setting(), choice);
    return new SimulatorOptions(
        bindAddress, port, baseUrl, clientsFile, placeholders, dataDirectory, more, clock);
  }

  /** The same, with fixtures of one's own. */
  public SimulatorOptions withDataDirectory(Path directory) {
    return new SimulatorOptions(
        bindAddress,
        port,
        baseUrl,
        clientsFile,
        placeholders,
        Optional.of(directory),
        choices,
        clock);
  }

  /** The same, with another clock. */
  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(
        bindAddress, port, baseUrl, clientsFile, placeholders, dataDirectory, choices, other);
  }

  /** The same, with values for the placeholders in the client file. */
  public SimulatorOptions withPlaceholders(Map<String, String> values) {
    return new SimulatorOptions(
        bindAddress, port, baseUrl, clientsFile, values, dataDirectory, choices, clock);
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

  /** Reads {@code pkce=opcional,datas=mascara}. */
  private static Map<Setting, Choice> choices(String value) {
    Map<Setting, Choice> choices = new HashMap<>();
    for (String pair : value.isEmpty() ? new String[0] : value.split(",", -1)) {
      String[] sides = pair.strip().split("=", 2);
      Choice choice = Settings.parse(sides[0], sides.length == 2 ? sides[1] : "");
      choices.put(choice.setting(), choice);
    }
    return choices;
  }
}
