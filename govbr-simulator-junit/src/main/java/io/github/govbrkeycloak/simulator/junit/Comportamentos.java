package io.github.govbrkeycloak.simulator.junit;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the simulated gov.br does wrong during one test; all of it ends with the test. */
public final class Comportamentos {

  private final Behaviours behaviours;
  private final Queue<Long> ours = new ConcurrentLinkedQueue<>();

  Comportamentos(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  /** Does it to everybody, everywhere, until the test ends. */
  public void ligar(Behaviour behaviour) {
    ligar(behaviour, Activation.always());
  }

  /** Does it where, to whom and as often as told. */
  public void ligar(Behaviour behaviour, Activation activation) {
    ours.add(behaviours.add(behaviour, activation).id());
  }

  /** Does what gov.br does again, before the test ends. */
  public void voltarAoNormal() {
    for (Long id = ours.poll(); id != null; id = ours.poll()) {
      behaviours.deactivate(id);
    }
  }
}
