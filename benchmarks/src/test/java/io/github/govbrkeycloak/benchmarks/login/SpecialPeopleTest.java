package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.SimulatorOptions;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The people made for measuring")
class SpecialPeopleTest {

  @Test
  void are_known_to_the_simulator_with_certificates_and_companies(@TempDir Path folder)
      throws Exception {
    SpecialPeople.write(folder);
    try (GovBrSimulator govBr =
        GovBrSimulator.start(SimulatorOptions.onFreePort().withDataDirectory(folder))) {
      for (Way way : Way.values()) {
        for (Cpf cpf : SpecialPeople.withCertificate(way)) {
          assertThat(person(govBr, cpf).amr()).contains("x509");
          assertThat(person(govBr, cpf).cnpj()).isNotNull();
        }
      }
      for (int companies : SpecialPeople.COMPANIES) {
        for (Cpf cpf : SpecialPeople.linkedTo(companies)) {
          assertThat(person(govBr, cpf).empresas()).isEqualTo(companies);
        }
      }
    }
  }

  private static Persona person(GovBrSimulator govBr, Cpf cpf) {
    return govBr.persona("medida-" + cpf.digits());
  }
}
