package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The powers of attorney of this simulator, and how often their use was recorded. */
public final class PowersOfAttorney {

  private static final long FIRST_RECORD = 12_345;

  private final List<PowerOfAttorney> all;
  private final Clock clock;
  private final AtomicLong lastRecord = new AtomicLong(FIRST_RECORD);

  PowersOfAttorney(List<PowerOfAttorney> all, Clock clock) {
    this.all = List.copyOf(all);
    this.clock = clock;
  }

  /** Those between two people, in the order of their numbers. */
  List<PowerOfAttorney> between(Cpf grantor, Cpf agent) {
    return all.stream()
        .filter(power -> power.outorgante().equals(grantor.digits()))
        .filter(power -> power.procurador().equals(agent.digits()))
        .toList();
  }

  /** Whom somebody may represent in a service now. */
  List<Cpf> grantorsOf(Cpf agent, String clientId) {
    return all.stream()
        .filter(power -> power.procurador().equals(agent.digits()))
        .filter(power -> power.covers(clientId) && power.isActiveAt(clock.instant()))
        .map(power -> Cpf.of(power.outorgante()))
        .distinct()
        .toList();
  }

  /** The one of a number, or of the UUID that stands for the number. */
  Optional<PowerOfAttorney> find(String id) {
    return all.stream()
        .filter(
            power -> {
              String number = Long.toString(power.id());
              return number.equals(id) || PowerOfAttorney.uuidOf(number).equals(id);
            })
        .findFirst();
  }

  /** Records a use and says under which number. */
  long recordUse() {
    return lastRecord.getAndIncrement();
  }

  void reset() {
    lastRecord.set(FIRST_RECORD);
  }
}
