package io.github.govbrkeycloak.simulator.empresas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The companies of a person")
class EmpresasOfTest {

  /** As many as the file of people may say. */
  private static final int MOST = 100_000;

  @Test
  void are_as_many_different_ones_as_the_file_may_say() {
    List<Empresa> companies = EmpresasOf.persona(linkedTo(MOST));

    assertThat(companies.stream().map(Empresa::cnpj).distinct()).hasSize(MOST);
  }

  private static Persona linkedTo(int companies) {
    return new Persona(
        "muitas-empresas",
        "Ligada a muitas empresas",
        "13579246828",
        "senha",
        "Aurélia Camargo",
        null,
        null,
        false,
        null,
        false,
        false,
        "ouro",
        List.of("702"),
        Map.of("702", "2026-01-20T13:14:15.161-0300"),
        List.of(),
        List.of("passwd"),
        null,
        null,
        companies,
        List.of(),
        null,
        false);
  }
}
