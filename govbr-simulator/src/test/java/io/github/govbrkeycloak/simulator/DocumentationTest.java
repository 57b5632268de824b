package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The simulator's guide")
class DocumentationTest {

  @Test
  void names_every_behaviour_and_every_persona() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "simulador.md"));
    for (Behaviour behaviour : Behaviour.values()) {
      assertThat(guide).contains("`" + behaviour.label() + "`");
    }
    for (Persona persona : Personas.bundled().all()) {
      assertThat(guide).contains("`" + persona.id() + "`");
    }
  }
}
