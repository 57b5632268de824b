package io.github.govbrkeycloak.benchmarks;

import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** People who have never signed in before: the simulator invents one for every valid CPF. */
final class Citizens {

  private final AtomicLong last = new AtomicLong(10_000_000_000L);

  Cpf next() {
    Optional<Cpf> cpf = Optional.empty();
    while (cpf.isEmpty()) {
      cpf = Cpf.parse(Long.toString(last.incrementAndGet()));
    }
    return cpf.get();
  }
}
