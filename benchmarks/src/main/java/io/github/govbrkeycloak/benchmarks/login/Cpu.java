package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Processor time of Keycloak and database for each login: ours, the generic one, and its double.
 */
final class Cpu implements Experiment {

  private static final List<Integer> AT_ONCE = List.of(4, 16);
  private static final double MOST_MEDIAN = 1.00;
  private static final double MOST_BOUND = 1.08;

  @Override
  public List<Finding> run(TestBed bed, Plan plan) throws IOException, InterruptedException {
    bed.warmUp(Way.GENERIC, plan.warmUp());
    bed.warmUp(Way.GOVBR, plan.warmUp());
    List<Finding> findings = new ArrayList<>();
    for (int atOnce : AT_ONCE) {
      findings.addAll(
          compare(
              "quem volta, " + atOnce + " por vez",
              bed.returningPeople(Way.GENERIC),
              bed.returningPeople(Way.GOVBR),
              bed,
              plan,
              atOnce));
      findings.addAll(
          compare(
              "quem é novo, " + atOnce + " por vez",
              bed.newPeople(Way.GENERIC),
              bed.newPeople(Way.GOVBR),
              bed,
              plan,
              atOnce));
    }
    return findings;
  }

  private static List<Finding> compare(
      String who, BrokeredLogin generic, BrokeredLogin ours, TestBed bed, Plan plan, int atOnce)
      throws IOException, InterruptedException {
    Rounds.Measured base = () -> bed.measure(generic, plan.logins(), atOnce);
    List<Rounds.Measured> things =
        List.of(base, () -> bed.measure(ours, plan.logins(), atOnce), base);
    // Every kind of login makes the JVM compile more, on the same cores, and at random moments.
    Rounds.run(plan.warmUp() / plan.logins(), things);
    Rounds rounds = Rounds.run(plan.pairs(), things);
    return List.of(
        ratio(who + ": processador, nosso/genérico", rounds, Block::cpuMillis),
        noise(who + ": o ruído, genérico/genérico", rounds, Block::cpuMillis),
        ratio(who + ": o mesmo sem o compilador da JVM", rounds, Block::settledCpuMillis),
        noise(who + ": o ruído disso", rounds, Block::settledCpuMillis),
        told(who + ": genérico", rounds, 0),
        told(who + ": nosso", rounds, 1));
  }

  private static Finding ratio(String what, Rounds rounds, ToDoubleFunction<Block> figure) {
    Estimate ratio = rounds.ratio(1, 0, figure);
    return Finding.noisy(
        what,
        Finding.text(ratio, 3, ""),
        "mediana até 1,00, limite de cima até 1,08",
        ratio.median() <= MOST_MEDIAN && ratio.high() <= MOST_BOUND);
  }

  private static Finding noise(String what, Rounds rounds, ToDoubleFunction<Block> figure) {
    return Finding.told(what, Finding.text(rounds.ratio(2, 0, figure), 3, ""));
  }

  private static Finding told(String what, Rounds rounds, int thing) {
    return Finding.told(
        what,
        "%s de processador (%s sem o compilador), p50 %s, p95 %s, %s entradas/s"
            .formatted(
                Finding.number(rounds.of(thing, Block::cpuMillis).median(), 1) + " ms",
                Finding.number(rounds.of(thing, Block::settledCpuMillis).median(), 1) + " ms",
                Finding.number(rounds.of(thing, Block::p50).median(), 0) + " ms",
                Finding.number(rounds.of(thing, Block::p95).median(), 0) + " ms",
                Finding.number(rounds.of(thing, Block::perSecond).median(), 0)));
  }
}
