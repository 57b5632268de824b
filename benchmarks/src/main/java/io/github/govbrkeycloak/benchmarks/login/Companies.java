package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** People linked to thousands of companies, when gov.br is asked for them at each login. */
final class Companies implements Experiment {

  private static final int AT_ONCE = 4;
  private static final int LONGEST_TOKEN = 2_048;
  private static final double MOST_WITH_1_000 = 1.30;
  private static final double MOST_WITH_10_000 = 2.5;

  @Override
  public List<Finding> run(TestBed bed, Plan plan)
      throws IOException, InterruptedException, SQLException {
    for (int companies : SpecialPeople.COMPANIES) {
      bed.introduce(Way.GOVBR_COMPANIES, SpecialPeople.linkedTo(companies));
    }
    BrokeredLogin none = login(bed, 0);
    BrokeredLogin thousand = login(bed, 1_000);
    BrokeredLogin tenThousand = login(bed, 10_000);
    int logins = Math.max(AT_ONCE, plan.logins() / 4);
    Rounds.Measured base = () -> bed.measure(none, logins, AT_ONCE);
    List<Rounds.Measured> things =
        List.of(
            base,
            () -> bed.measure(thousand, logins, AT_ONCE),
            () -> bed.measure(tenThousand, logins, AT_ONCE),
            base);
    // What the JVM has not compiled yet costs most where there is least to do.
    Rounds.run(plan.warmUp() / logins, things);
    double before = answered(bed);
    Rounds rounds = Rounds.run(plan.pairs(), things);
    double answers = answered(bed) - before;
    int asked = 4 * logins * plan.pairs();
    String attributes = attributes(bed);
    List<Finding> found = new ArrayList<>(processor(rounds));
    found.add(
        Finding.noisy(
            "listas de empresas que chegaram",
            "%s de %d".formatted(Finding.number(answers, 0), asked),
            "todas: senão o processador não diz nada",
            answers == asked));
    found.add(
        Finding.exact(
            "maior token de acesso com 10.000 empresas",
            tenThousand.longestAccessToken() + " bytes",
            "até 2 kB",
            tenThousand.longestAccessToken() <= LONGEST_TOKEN));
    found.add(
        Finding.exact(
            "atributos dessas pessoas no banco", attributes, "0", attributes.equals("0")));
    return found;
  }

  private static List<Finding> processor(Rounds rounds) {
    return List.of(
        ratio("1.000 empresas", rounds.ratio(1, 0, Block::cpuMillis), MOST_WITH_1_000),
        ratio("10.000 empresas", rounds.ratio(2, 0, Block::cpuMillis), MOST_WITH_10_000),
        Finding.told(
            "o ruído, nenhuma/nenhuma", Finding.text(rounds.ratio(3, 0, Block::cpuMillis), 2, "")),
        Finding.told(
            "processador de uma entrada sem empresas",
            Finding.text(rounds.of(0, Block::cpuMillis), 1, " ms")));
  }

  private static BrokeredLogin login(TestBed bed, int companies)
      throws IOException, InterruptedException {
    return bed.login(Way.GOVBR_COMPANIES, new Known(SpecialPeople.linkedTo(companies)));
  }

  private static Finding ratio(String what, Estimate ratio, double most) {
    return Finding.noisy(
        what + ": processador, em relação a nenhuma",
        Finding.text(ratio, 2, ""),
        "até " + Finding.number(most, 2),
        ratio.median() <= most);
  }

  private static double answered(TestBed bed) throws IOException, InterruptedException {
    return bed.keycloak()
        .metrics()
        .sum("govbr_api_seconds_count", "api=\"empresas\"", "outcome=\"ok\"");
  }

  private static String attributes(TestBed bed) throws SQLException {
    return bed.database()
        .column(
            "select count(*) from user_attribute join federated_identity using (user_id)"
                + " where identity_provider = '"
                + Way.GOVBR_COMPANIES.alias()
                + "'")
        .get(0);
  }
}
