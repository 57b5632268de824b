package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import io.github.govbrkeycloak.simulator.http.Network;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a simulator.
 *
 * @param network where it is reached
 * @param data what its world is made of
 * @param choices which sides to take where gov.br's documents disagree; the newest for the rest
 * @param clock what time it is
 * @param stoppedAt where the clock stands still at the start, if it does
 */
public record SimulatorOptions(
    Network network,
    WorldData data,
    Map<Setting, Choice> choices,
    Clock clock,
    Optional<Instant> stoppedAt) {

  /** Keeps what it was given. */
  public SimulatorOptions {
    choices = Map.copyOf(choices);
  }

  /** For tests: a free port of this machine, and everything else as gov.br does it. */
  public static SimulatorOptions onFreePort() {
    return new SimulatorOptions(
        Network.onFreePort(), WorldData.BUNDLED, Map.of(), Clock.systemUTC(), Optional.empty());
  }

  /** The same, reached elsewhere. */
  public SimulatorOptions with(Network elsewhere) {
    return new SimulatorOptions(elsewhere, data, choices, clock, stoppedAt);
  }

  /** The same, with another world. */
  public SimulatorOptions with(WorldData other) {
    return new SimulatorOptions(network, other, choices, clock, stoppedAt);
  }

  /** The same, taking another side. */
  public SimulatorOptions with(Choice choice) {
    Map<Setting, Choice> more = new HashMap<>(choices);
    more.put(choice.setting(), choice);
    return new SimulatorOptions(network, data, more, clock, stoppedAt);
  }

  /** The same, with fixtures of one's own. */
  public SimulatorOptions withDataDirectory(Path directory) {
    return with(data.in(directory));
  }

  /** The same, with another clock. */
  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(network, data, choices, other, stoppedAt);
  }

  /** The same, with values for the placeholders in the client file. */
  public SimulatorOptions withPlaceholders(Map<String, String> values) {
    return with(data.withPlaceholders(values));
  }
}
