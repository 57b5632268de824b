package io.github.govbrkeycloak.simulator.junit;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours.Active;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the simulator did before a test that may change it, and does again when this is closed. Only
 * for tests that run alone: the neighbours of others would see the change.
 */
record BeforeTheTest(
    GovBrSimulator govbr,
    List<Active> behaviours,
    List<Choice> settings,
    Optional<Instant> stoppedAt,
    Duration shift)
    implements AutoCloseable {

  static BeforeTheTest at(GovBrSimulator govbr) {
    return new BeforeTheTest(
        govbr,
        govbr.behaviours().all(),
        Arrays.stream(Setting.values()).map(govbr.settings()::of).toList(),
        govbr.clock().stoppedAt(),
        govbr.clock().shift());
  }

  @Override
  public void close() {
    govbr.behaviours().deactivateAll();
    for (int oldest = behaviours.size() - 1; oldest >= 0; oldest--) {
      Active active = behaviours.get(oldest);
      govbr.behaviours().add(active.behaviour(), active.activation());
    }
    settings.forEach(govbr.settings()::choose);
    stoppedAt.ifPresentOrElse(govbr.clock()::stopAt, () -> govbr.clock().shift(shift));
  }
}
