package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One API hangs, or is out of service: nobody's login fails (any that did would end the run), the
 * first wait for the deadline, and those that follow do not wait for that API any more.
 */
final class Faults implements Experiment {

  private static final String API = "categorias";
  private static final int AT_ONCE = 4;

  /** Few enough that those who wait for the deadline are more than one in twenty. */
  private static final int FIRST_LOGINS = 40;

  private static final int LEAST_ROUNDS = 5;
  private static final int LEAST_LOGINS = 20;
  private static final double MOST_MILLIS = 1_700;
  private static final double MOST_RATIO = 1.15;
  private static final double OPEN = 2;
  private static final int PATIENCE_SECONDS = 120;

  @Override
  public List<Finding> run(TestBed bed, Plan plan) throws IOException, InterruptedException {
    for (Way way : List.of(Way.GOVBR, Way.GOVBR_APIS)) {
      bed.introduce(way, SpecialPeople.withCertificate(way));
      bed.measure(login(bed, way), plan.warmUp(), AT_ONCE);
    }
    List<Finding> findings = new ArrayList<>();
    findings.addAll(fault("nunca-responde", bed, plan));
    findings.addAll(fault("fora-do-ar", bed, plan));
    return findings;
  }

  private static List<Finding> fault(String behaviour, TestBed bed, Plan plan)
      throws IOException, InterruptedException {
    awaitClosed(bed);
    Estimate healthy = besideOneWithoutApis(bed, plan);
    bed.govBr().misbehave(behaviour, Map.of("endpoint", API));
    try {
      Block first = bed.measure(login(bed, Way.GOVBR_APIS), FIRST_LOGINS, AT_ONCE);
      boolean opened = state(bed) == OPEN;
      Estimate spared = besideOneWithoutApis(bed, plan);
      return findings(behaviour + " em " + API, first, opened, healthy, spared);
    } finally {
      bed.govBr().behave();
    }
  }

  private static List<Finding> findings(
      String fault, Block first, boolean opened, Estimate healthy, Estimate spared) {
    return List.of(
        Finding.exact(
            fault + ": p95 das primeiras " + FIRST_LOGINS + " entradas",
            Finding.number(first.p95(), 0) + " ms",
            "até 1.700 ms, nenhuma entrada perdida",
            first.p95() <= MOST_MILLIS),
        Finding.exact(
            fault + ": circuito depois delas", opened ? "aberto" : "não abriu", "aberto", opened),
        Finding.exact(
            fault + ": p50 com o circuito aberto, em relação a tudo bem",
            Finding.number(spared.median() / healthy.median(), 2),
            "até 1,15",
            spared.median() <= MOST_RATIO * healthy.median()));
  }

  /**
   * How much longer half of the logins take at most than those that ask no API. A circuit stays
   * open for a while, so before and after cannot take turns: both are measured beside a third.
   */
  private static Estimate besideOneWithoutApis(TestBed bed, Plan plan)
      throws IOException, InterruptedException {
    BrokeredLogin without = login(bed, Way.GOVBR);
    BrokeredLogin with = login(bed, Way.GOVBR_APIS);
    int logins = Math.max(LEAST_LOGINS, plan.logins() / 4);
    return Rounds.run(
            Math.max(LEAST_ROUNDS, plan.pairs() / 2),
            List.of(
                () -> bed.measure(without, logins, AT_ONCE),
                () -> bed.measure(with, logins, AT_ONCE)))
        .ratio(1, 0, Block::p50);
  }

  private static BrokeredLogin login(TestBed bed, Way way)
      throws IOException, InterruptedException {
    return bed.login(way, new Known(SpecialPeople.withCertificate(way)));
  }

  private static double state(TestBed bed) throws IOException, InterruptedException {
    return bed.keycloak().metrics().sum("govbr_circuit_state", "api=\"" + API + "\"");
  }

  /** A circuit closes when its pause has passed and a login has tried. */
  private static void awaitClosed(TestBed bed) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS && state(bed) != 0; i++) {
      login(bed, Way.GOVBR_APIS).run();
      TimeUnit.SECONDS.sleep(1);
    }
    if (state(bed) != 0) {
      throw new IllegalStateException("the circuit did not close: the next fault says nothing");
    }
  }
}
