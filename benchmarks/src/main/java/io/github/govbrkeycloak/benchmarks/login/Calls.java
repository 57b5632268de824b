package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.Load;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How often a login calls gov.br: exact, so a call too many breaks the run. */
final class Calls implements Experiment {

  private static final int AT_ONCE = 4;

  /** The simulator remembers 5,000 calls; a login with its pages makes fewer than ten. */
  private static final int MOST_IN_A_JOURNAL = 400;

  /** What the person's browser opens, whatever Keycloak does. */
  private static final Set<String> PAGES = Set.of("login");

  private static final int MOST_KEYS_READ = 2;
  private static final int PATIENCE_TENTHS = 100;

  @Override
  public List<Finding> run(TestBed bed, Plan plan) throws IOException, InterruptedException {
    bed.warmUp(Way.GENERIC, plan.warmUp());
    int few = Math.min(plan.counted(), MOST_IN_A_JOURNAL);
    Map<String, Long> generic = count(bed, Way.GENERIC, few);
    Map<String, Long> ours = count(bed, Way.GOVBR, plan.counted());
    return List.of(
        Finding.told("chamadas de " + few + " entradas pelo genérico", generic.toString()),
        Finding.exact(
            "chamadas de " + plan.counted() + " entradas pelo nosso",
            ours.toString(),
            "authorize 1, token 1 por entrada; jwk até " + MOST_KEYS_READ + "; nada mais",
            isLeast(ours, plan.counted())));
  }

  /** Whether nothing was called that need not be. */
  static boolean isLeast(Map<String, Long> calls, long logins) {
    Map<String, Long> others = new TreeMap<>(calls);
    long keysRead = others.getOrDefault("jwk", 0L);
    others.remove("jwk");
    return keysRead <= MOST_KEYS_READ
        && others.equals(Map.of("authorize", logins, "token", logins));
  }

  private static Map<String, Long> count(TestBed bed, Way way, int logins)
      throws IOException, InterruptedException {
    Map<String, Long> calls = new TreeMap<>();
    BrokeredLogin login = bed.newPeople(way);
    for (int left = logins; left > 0; left -= MOST_IN_A_JOURNAL) {
      int now = Math.min(left, MOST_IN_A_JOURNAL);
      bed.govBr().forgetCalls();
      new Load(AT_ONCE).run(login, now);
      journal(bed, now).forEach((endpoint, times) -> calls.merge(endpoint, times, Long::sum));
    }
    PAGES.forEach(calls::remove);
    return calls;
  }

  /** A call is written down when its answer is complete, so maybe a moment after it arrived. */
  private static Map<String, Long> journal(TestBed bed, long logins)
      throws IOException, InterruptedException {
    Map<String, Long> calls = bed.govBr().calls();
    for (int i = 0; i < PATIENCE_TENTHS && calls.getOrDefault("token", 0L) < logins; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      calls = bed.govBr().calls();
    }
    return calls;
  }
}
