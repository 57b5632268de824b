package io.github.govbrkeycloak.benchmarks;

import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** People who have never signed in before: the simulator invents one for every valid CPF. */
public final class Citizens {

  /** Where the row of people begins when nobody else takes from it. */
  public static final long FIRST = 10_000_000_000L;

  private final AtomicLong last;

  /** The people after this number. */
  public Citizens(long first) {
    last = new AtomicLong(first);
  }

  /** Somebody who has not been named yet. */
  public Cpf next() {
    Optional<Cpf> cpf = Optional.empty();
    while (cpf.isEmpty()) {
      cpf = Cpf.parse(Long.toString(last.incrementAndGet()));
    }
    return cpf.get();
  }
}
