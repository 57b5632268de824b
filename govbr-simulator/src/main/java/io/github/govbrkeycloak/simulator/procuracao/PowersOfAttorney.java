package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.AccountEvent;
import io.github.govbrkeycloak.simulator.procuracao.PowerOfAttorney.Service;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The powers of attorney of this simulator, what became of them since it started, and how often
 * their use was recorded. Safe to use from many requests.
 */
public final class PowersOfAttorney {

  private static final long FIRST_RECORD = 12_345;

  private final List<PowerOfAttorney> initial;
  private final TreeMap<Long, PowerOfAttorney> byId = new TreeMap<>();
  private final Clock clock;
  private final AtomicLong lastRecord = new AtomicLong(FIRST_RECORD);

  /**
   * Takes the powers of the file.
   *
   * @throws IllegalArgumentException if two share a number
   */
  PowersOfAttorney(List<PowerOfAttorney> all, Clock clock) {
    this.initial = List.copyOf(all);
    this.clock = clock;
    if (all.stream().map(PowerOfAttorney::id).distinct().count() != all.size()) {
      throw new IllegalArgumentException("procuracoes.json: two powers share an id");
    }
    reset();
  }

  /** All of them, in the order of their numbers. */
  synchronized List<PowerOfAttorney> all() {
    return List.copyOf(byId.values());
  }

  /** Those between two people, in the order of their numbers. */
  List<PowerOfAttorney> between(Cpf grantor, Cpf agent) {
    return givenBy(grantor).stream().filter(isFor(agent)).toList();
  }

  /** Those a citizen gave, in the order of their numbers. */
  List<PowerOfAttorney> givenBy(Cpf grantor) {
    return all().stream().filter(isFrom(grantor)).toList();
  }

  /** Those a citizen received, in the order of their numbers. */
  List<PowerOfAttorney> givenTo(Cpf agent) {
    return all().stream().filter(isFor(agent)).toList();
  }

  /** Whom somebody may represent in a service now. */
  List<Cpf> grantorsOf(Cpf agent, String clientId) {
    return givenTo(agent).stream()
        .filter(power -> power.covers(clientId) && power.isActiveAt(clock.instant()))
        .map(power -> Cpf.of(power.outorgante()))
        .distinct()
        .toList();
  }

  /** The one of a number, or of the UUID that stands for the number. */
  Optional<PowerOfAttorney> find(String id) {
    return all().stream()
        .filter(
            power -> {
              String number = Long.toString(power.id());
              return number.equals(id) || PowerOfAttorney.uuidOf(number).equals(id);
            })
        .findFirst();
  }

  /** Lets somebody act for somebody else, until an instant; the number follows the last one. */
  synchronized PowerOfAttorney grant(
      Cpf grantor, Cpf agent, List<Service> services, Instant until) {
    long id = byId.isEmpty() ? 1 : byId.lastKey() + 1;
    PowerOfAttorney granted =
        new PowerOfAttorney(
            id,
            grantor.digits(),
            agent.digits(),
            services,
            now(),
            until.toString(),
            null,
            null,
            null,
            null);
    byId.put(id, granted);
    return granted;
  }

  /** Ends a power that its grantor takes back; says whether it was in force. */
  boolean revoke(PowerOfAttorney power) {
    return end(power.id(), active -> active.revoked(now()));
  }

  /** Ends a power that its agent gives up; says whether it was in force. */
  boolean renounce(PowerOfAttorney power) {
    return end(power.id(), active -> active.renounced(now()));
  }

  /** Ends all powers an account is part of, because of what has happened to the account. */
  synchronized void end(Cpf party, AccountEvent event) {
    all().stream()
        .filter(isFrom(party).or(isFor(party)))
        .forEach(power -> end(power.id(), active -> active.canceled(now(), event)));
  }

  /** Those that are not as the file tells. */
  List<PowerOfAttorney> changed() {
    return all().stream().filter(power -> !initial.contains(power)).toList();
  }

  /** Records a use and says under which number. */
  long recordUse() {
    return lastRecord.getAndIncrement();
  }

  /** Back to what the file tells. */
  synchronized void reset() {
    byId.clear();
    initial.forEach(power -> byId.put(power.id(), power));
    lastRecord.set(FIRST_RECORD);
  }

  private synchronized boolean end(long id, UnaryOperator<PowerOfAttorney> ending) {
    PowerOfAttorney power = byId.get(id);
    if (power == null || !power.isActiveAt(clock.instant())) {
      return false;
    }
    byId.put(id, ending.apply(power));
    return true;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static Predicate<PowerOfAttorney> isFrom(Cpf grantor) {
    return power -> power.outorgante().equals(grantor.digits());
  }

  private static Predicate<PowerOfAttorney> isFor(Cpf agent) {
    return power -> power.procurador().equals(agent.digits());
  }
}
