package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.world.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A simulator that repeats itself")
class RepeatableTest {

  private static final Cpf NOBODYS = Cpf.of("529.982.247-25");
  private static final Instant THEN = Instant.parse("2031-05-06T07:08:09Z");

  @Test
  void invents_the_same_people_for_the_same_seed() {
    assertThat(invented("abacate")).isEqualTo(invented("abacate"));
    assertThat(invented("")).isEqualTo(invented(""));
    assertThat(invented("abacate").nome()).isNotEqualTo(invented("").nome());
    assertThat(invented("abacate").datasDosSelos()).isNotEqualTo(invented("").datasDosSelos());
    assertThat(invented("abacate").cpf()).isEqualTo(NOBODYS.digits());
  }

  @Test
  void has_a_clock_that_stands_still_from_the_start_and_again_after_a_reset() {
    SimulatorOptions options =
        new SimulatorOptions(
            SimulatorOptions.onFreePort().network(),
            WorldData.BUNDLED,
            Map.of(),
            Clock.systemUTC(),
            Optional.of(THEN));
    try (GovBrSimulator govbr = GovBrSimulator.start(options)) {
      SimulatedClock clock = govbr.clock();
      assertThat(clock.instant()).isEqualTo(THEN);
      assertThat(clock.stoppedAt()).contains(THEN);
      clock.shift(Duration.ZERO);
      assertThat(clock.stoppedAt()).isEmpty();
      govbr.reset();
      assertThat(clock.instant()).isEqualTo(THEN);
      clock.stopAt(THEN.plusSeconds(1));
      clock.follow();
      assertThat(clock.instant()).isEqualTo(THEN);
    }
  }

  @Test
  void goes_on_from_the_people_that_another_one_exported(@TempDir Path directory)
      throws IOException {
    try (GovBrSimulator govbr = GovBrSimulator.start(SimulatorOptions.onFreePort())) {
      new Browser(govbr.baseUrl())
          .open(govbr.baseUrl() + "/catalogo")
          .press("button[data-persona=bronze-senha]")
          .press("button[value=801]")
          .press("#succeed");
      String state = RawHttp.body(RawHttp.get(govbr.baseUrl(), "/simulador/estado"));
      JsonNode personas = new ObjectMapper().readTree(state).path("personas");
      Files.writeString(directory.resolve("personas.json"), personas.toString());
    }
    try (GovBrSimulator govbr =
        GovBrSimulator.start(SimulatorOptions.onFreePort().withDataDirectory(directory))) {
      assertThat(govbr.personas()).extracting(Persona::id).containsExactly("bronze-senha");
      assertThat(govbr.persona("bronze-senha").nivel()).isEqualTo("ouro");
    }
  }

  private static Persona invented(String seed) {
    Fixtures fixtures = new Fixtures(WorldData.BUNDLED.withSeed(seed));
    return new Personas(fixtures.personas(), fixtures.inventedPeople(), new Settings(Map.of()))
        .withCpf(NOBODYS)
        .orElseThrow();
  }
}
