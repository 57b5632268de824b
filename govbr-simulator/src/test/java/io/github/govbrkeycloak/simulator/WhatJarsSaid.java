package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The standard output and error of all jars that a suite shared, for when they have ended. */
final class WhatJarsSaid {

  private static final Pattern ANY_CPF =
      Pattern.compile("\\b\\d{11}\\b|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}");
  private static final List<String> TEXTS = new CopyOnWriteArrayList<>();

  private WhatJarsSaid() {}

  static void add(String text) {
    TEXTS.add(text);
  }

  /** Nothing of a citizen, no token and no secret, after all that tests do to a simulator. */
  static void assertHarmless() {
    assertThat(TEXTS).isNotEmpty().allSatisfy(text -> assertThat(text).contains(" pronto em "));
    for (String text : TEXTS) {
      assertThat(text)
          .doesNotContain("eyJ", "Senha-", RelyingParty.SECRET, DeskCall.SECRET)
          .doesNotContainPattern(ANY_CPF);
      for (Persona persona : new Fixtures(WorldData.BUNDLED).personas()) {
        assertThat(text).doesNotContain(persona.senha(), persona.nome());
      }
    }
  }
}
