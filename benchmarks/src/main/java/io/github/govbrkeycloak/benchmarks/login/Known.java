package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.model.Cpf;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** People who come back, one after the other, again and again. */
final class Known implements Supplier<Cpf> {

  private final List<Cpf> people;
  private final AtomicInteger next = new AtomicInteger();

  Known(List<Cpf> people) {
    this.people = List.copyOf(people);
  }

  @Override
  public Cpf get() {
    return people.get(Math.floorMod(next.getAndIncrement(), people.size()));
  }
}
