package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@GovBrSimulado(dados = "src/test/govbr")
@DisplayName("A folder of one's own")
class OwnDataTest {

  @Test
  void brings_its_own_citizens_and_no_others(
      GovBrSimulator govbr, @Cidadao("da-casa") Persona carla) {
    assertThat(carla.nome()).isEqualTo("Carla da Casa");
    assertThat(govbr.personas()).containsExactly(carla);
  }
}
