package io.github.govbrkeycloak.keycloak.steps.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Nivel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelLackTest {

  private static boolean isMet(Optional<Nivel> held, Nivel wanted) {
    return new LevelLack(held, wanted, LevelLack.Kind.ACTION, Optional.empty()).isMet();
  }

  @Test
  void is_met_by_the_level_and_by_a_higher_one() {
    assertThat(isMet(Optional.of(Nivel.PRATA), Nivel.PRATA)).isTrue();
    assertThat(isMet(Optional.of(Nivel.OURO), Nivel.PRATA)).isTrue();
  }

  @Test
  void is_not_met_by_less_by_nothing_and_by_what_nobody_knows() {
    assertThat(isMet(Optional.of(Nivel.BRONZE), Nivel.PRATA)).isFalse();
    assertThat(isMet(Optional.empty(), Nivel.PRATA)).isFalse();
    assertThat(isMet(Optional.of(Nivel.of("platina")), Nivel.PRATA)).isFalse();
  }
}
