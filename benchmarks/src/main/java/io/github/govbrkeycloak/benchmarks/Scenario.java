package io.github.govbrkeycloak.benchmarks;

import java.io.IOException;

/** One complete piece of work that is measured, a login for instance. Used by many threads. */
@FunctionalInterface
public interface Scenario {

  /**
   * Does it once.
   *
   * @throws IOException if the server cannot be reached or talked to
   * @throws InterruptedException if the measurement is given up
   * @throws IllegalStateException if anything differs from what it should be
   */
  void run() throws IOException, InterruptedException;
}
