package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Placeholders;
import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The files of the simulated world")
class FixturesTest {

  @Test
  void hold_personas_with_different_valid_cpfs_and_valid_cnpjs() {
    List<Persona> personas = new Fixtures(WorldData.BUNDLED).personas();
    assertThat(personas).extracting(Persona::cpf).doesNotHaveDuplicates();
    assertThat(personas).allSatisfy(persona -> assertThat(Cpf.parse(persona.cpf())).isPresent());
    assertThat(personas)
        .filteredOn(persona -> persona.cnpj() != null)
        .singleElement()
        .satisfies(
            persona -> {
              assertThat(Cnpj.of(persona.cnpj()).value()).matches(".*[A-Z].*");
              assertThat(persona.cnpjCertificateName()).isNotBlank();
            });
  }

  @Test
  void hold_only_seals_and_factors_we_know_but_for_the_persona_of_the_future() {
    for (Persona persona : new Fixtures(WorldData.BUNDLED).personas()) {
      boolean known =
          persona.selos().stream().allMatch(id -> Selo.of(id).isKnown())
              && persona.amr().stream().allMatch(value -> Amr.of(value).isKnown());
      assertThat(known).as(persona.id()).isEqualTo(!persona.id().equals("futuro"));
    }
  }

  @Test
  void may_name_values_of_the_environment_with_defaults() {
    Placeholders placeholders = new Placeholders(Map.of("A", "um", "VAZIO", " "));
    assertThat(placeholders.resolve("${A}/${B:dois}/${VAZIO:três}/$x{}"))
        .isEqualTo("um/dois/três/$x{}");
    assertThat(placeholders.resolve("${B:http://localhost:8180}/x"))
        .isEqualTo("http://localhost:8180/x");
    assertThatThrownBy(() -> placeholders.resolve("${B}")).hasMessageContaining("B");
  }

  @Test
  void let_the_bundled_services_follow_keycloaks_port() {
    SimulatorOptions options =
        SimulatorOptions.onFreePort()
            .withPlaceholders(Map.of("KEYCLOAK_URL", "http://localhost:9999"));
    try (GovBrSimulator govbr = GovBrSimulator.start(options)) {
      Client portal = govbr.clients().withId("portal.orgao.exemplo.gov.br").orElseThrow();
      assertThat(portal.redirectUris())
          .containsExactly("http://localhost:9999/realms/orgao/broker/govbr/endpoint");
      assertThat(portal.logoutUris())
          .containsExactly(
              "http://localhost:9999/realms/orgao/broker/govbr/endpoint/logout_response");
    }
  }
}
