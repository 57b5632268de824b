package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.AccountEvent;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.store.BoundedMap;
import java.util.Collections;
import java.util.Map;

/** Counts wrong passwords: gov.br locks an account after the fourth (ERL0002600). */
final class WrongPasswords {

  private static final int MOST = 4;

  private final Map<String, Integer> inARow = Collections.synchronizedMap(new BoundedMap<>());
  private final Personas personas;

  WrongPasswords(Personas personas) {
    this.personas = personas;
  }

  /** Notes a wrong password and says whether the account is locked now. */
  boolean another(Cpf cpf) {
    int wrong = inARow.merge(cpf.digits(), 1, Integer::sum);
    if (wrong == MOST) {
      personas.report(cpf, AccountEvent.LOCK);
    }
    return wrong >= MOST;
  }

  boolean isLocked(Cpf cpf) {
    return inARow.getOrDefault(cpf.digits(), 0) >= MOST;
  }

  void forget(Cpf cpf) {
    inARow.remove(cpf.digits());
  }

  void clear() {
    inARow.clear();
  }
}
