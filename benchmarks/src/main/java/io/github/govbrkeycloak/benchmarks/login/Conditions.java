package io.github.govbrkeycloak.benchmarks.login;

import java.io.IOException;
import java.time.Duration;

/**
 * How an experiment was run.
 *
 * @param took how long
 * @param others the part of the machine's cores that programs took which are not of this run: above
 *     a few hundredths, processor time and waiting mean little
 */
record Conditions(Duration took, double others) {

  /** The machine and this run at one moment. */
  record Moment(long nanos, Duration machine, Duration ours) {

    /** Now. */
    static Moment now(TestBed bed) throws IOException {
      Duration harness = new ProcessTree(ProcessHandle.current()).busy();
      return new Moment(System.nanoTime(), Machine.busy(), harness.plus(bed.database().busy()));
    }

    /** What was between this moment and a later one. */
    Conditions until(Moment end, int cores) {
      Duration took = Duration.ofNanos(end.nanos - nanos);
      Duration others = end.machine.minus(machine).minus(end.ours.minus(ours));
      double share = (double) others.toNanos() / (took.toNanos() * cores);
      return new Conditions(took, Math.max(0, share));
    }
  }

  /** As readers see it. */
  String text() {
    return "Levou %s min; outros programas tomaram %s%% dos núcleos."
        .formatted(Finding.number(took.toSeconds() / 60.0, 1), Finding.number(100 * others, 0));
  }
}
