package io.github.govbrkeycloak.simulator.api;

import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.util.Set;

/** The level a seal gives. The guides disagree about the seals of three kinds of desks. */
public final class SealLevel {

  private static final Set<String> DISPUTED = Set.of("501", "502", "503");

  private SealLevel() {}

  /** The level, as these settings say. */
  public static Nivel of(Selo seal, Settings settings) {
    return DISPUTED.contains(seal.id()) && settings.chosen(Choice.DESK_SEALS_SILVER)
        ? Nivel.PRATA
        : seal.nivel();
  }
}
