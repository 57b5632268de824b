package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.Load;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How often a login asks the database: the same on any machine, however busy. */
final class Statements implements Experiment {

  private static final int MOST_LOGINS = 100;
  private static final double MOST_MORE_RETURNING = 1;
  private static final double MOST_MORE_NEW = 5;

  @Override
  public List<Finding> run(TestBed bed, Plan plan)
      throws IOException, InterruptedException, SQLException {
    bed.warmUp(Way.GENERIC, plan.warmUp());
    bed.warmUp(Way.GOVBR, plan.warmUp());
    int logins = Math.min(MOST_LOGINS, Math.min(plan.counted(), plan.warmUp()));
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        compared(
            "quem volta",
            count(bed, bed.returningPeople(Way.GENERIC, logins), logins),
            count(bed, bed.returningPeople(Way.GOVBR, logins), logins),
            MOST_MORE_RETURNING));
    findings.addAll(
        compared(
            "quem é novo",
            count(bed, bed.newPeople(Way.GENERIC), logins),
            count(bed, bed.newPeople(Way.GOVBR), logins),
            MOST_MORE_NEW));
    return findings;
  }

  private static List<Finding> compared(String who, double generic, double ours, double mostMore) {
    String what = who + ": comandos ao banco por entrada, ";
    return List.of(
        Finding.told(what + "genérico", Finding.number(generic, 1)),
        Finding.exact(
            what + "nosso",
            Finding.number(ours, 1),
            "até " + Finding.number(mostMore, 0) + " a mais",
            ours <= generic + mostMore));
  }

  /** Those who return have been there just before: what Keycloak remembers is not asked. */
  private static double count(TestBed bed, BrokeredLogin login, int logins)
      throws IOException, InterruptedException, SQLException {
    try (StatementLog log = StatementLog.open(bed.database())) {
      new Load(1).run(login, logins);
      log.begin();
      new Load(1).run(login, logins);
      return (double) log.statements() / logins;
    }
  }
}
