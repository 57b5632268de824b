package io.github.govbrkeycloak.benchmarks.login;

/**
 * How much is measured.
 *
 * @param pairs rounds in which each thing is measured once
 * @param logins in each block of a round
 * @param warmUp logins of each way before anything is measured; these people are those who return
 * @param counted logins whose calls to gov.br are counted
 * @param remembered logins after which memory is measured
 */
record Plan(int pairs, int logins, int warmUp, int counted, int remembered) {

  /** Enough to tell differences of a few per cent, on a machine that does nothing else. */
  static final Plan COMPLETE = new Plan(20, 200, 1_500, 10_000, 20_000);

  /** Enough to see that everything works. */
  static final Plan QUICK = new Plan(3, 24, 80, 100, 200);
}
