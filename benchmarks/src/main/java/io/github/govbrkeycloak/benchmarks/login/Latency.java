package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How long people wait when each of gov.br's answers takes 100 ms. */
final class Latency implements Experiment {

  private static final int DELAY_MILLIS = 100;
  private static final int AT_ONCE = 8;
  private static final double LEAST_SAVED_MILLIS = 90;
  private static final double MOST_FOR_APIS_MILLIS = 130;
  private static final List<Way> WAYS = List.of(Way.GENERIC, Way.GOVBR, Way.GOVBR_APIS);

  @Override
  public List<Finding> run(TestBed bed, Plan plan) throws IOException, InterruptedException {
    for (Way way : WAYS) {
      bed.introduce(way, SpecialPeople.withCertificate(way));
      bed.measure(login(bed, way), plan.warmUp(), AT_ONCE);
    }
    bed.govBr().misbehave("atraso", Map.of("parametros", Map.of("ms", DELAY_MILLIS)));
    try {
      return findings(measure(bed, plan));
    } finally {
      bed.govBr().behave();
    }
  }

  private static Rounds measure(TestBed bed, Plan plan) throws IOException, InterruptedException {
    BrokeredLogin generic = login(bed, Way.GENERIC);
    BrokeredLogin ours = login(bed, Way.GOVBR);
    BrokeredLogin apis = login(bed, Way.GOVBR_APIS);
    int logins = Math.max(AT_ONCE, plan.logins() / 4);
    Rounds.Measured base = () -> bed.measure(generic, logins, AT_ONCE);
    return Rounds.run(
        plan.pairs(),
        List.of(
            base,
            () -> bed.measure(ours, logins, AT_ONCE),
            () -> bed.measure(apis, logins, AT_ONCE),
            base));
  }

  private static BrokeredLogin login(TestBed bed, Way way)
      throws IOException, InterruptedException {
    return bed.login(way, new Known(SpecialPeople.withCertificate(way)));
  }

  private static List<Finding> findings(Rounds rounds) {
    Estimate saved = rounds.difference(0, 1, Block::p50);
    Estimate forApis = rounds.difference(2, 1, Block::p50);
    return List.of(
        Finding.noisy(
            "p50, quanto menos que o genérico",
            Finding.text(saved, 0, " ms"),
            "pelo menos 90 ms",
            saved.median() >= LEAST_SAVED_MILLIS),
        Finding.noisy(
            "p50, quanto mais com quatro APIs",
            Finding.text(forApis, 0, " ms"),
            "até 130 ms",
            forApis.median() <= MOST_FOR_APIS_MILLIS),
        Finding.told(
            "p50, o ruído, genérico menos genérico",
            Finding.text(rounds.difference(3, 0, Block::p50), 0, " ms")),
        told("genérico", rounds, 0),
        told("nosso", rounds, 1),
        told("nosso com quatro APIs", rounds, 2));
  }

  private static Finding told(String what, Rounds rounds, int thing) {
    return Finding.told(
        what,
        "p50 %s, p95 %s"
            .formatted(
                Finding.text(rounds.of(thing, Block::p50), 0, " ms"),
                Finding.text(rounds.of(thing, Block::p95), 0, " ms")));
  }
}
