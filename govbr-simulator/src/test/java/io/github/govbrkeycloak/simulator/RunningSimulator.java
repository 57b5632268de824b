package io.github.govbrkeycloak.simulator;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One simulator for all tests of a class, as good as new for each of them. */
final class RunningSimulator implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback {

  private final UnaryOperator<SimulatorOptions> options;
  private GovBrSimulator govbr;
  private RelyingParty service;

  RunningSimulator() {
    this(UnaryOperator.identity());
  }

  RunningSimulator(UnaryOperator<SimulatorOptions> options) {
    this.options = options;
  }

  GovBrSimulator govbr() {
    return govbr;
  }

  RelyingParty service() {
    return service;
  }

  Browser newBrowser() {
    return new Browser(govbr.baseUrl());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    govbr = GovBrSimulator.start(options.apply(SimulatorOptions.onFreePort()));
    service = new RelyingParty(govbr);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    govbr.reset();
    govbr.calls().clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    govbr.close();
  }
}
