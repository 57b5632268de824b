package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of the simulated world")
class FixturesTest {

  @TempDir Path directory;

  @Test
  void hold_personas_with_different_valid_cpfs_and_valid_cnpjs() {
    List<Persona> personas = new Fixtures(Optional.empty()).personas();
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
    for (Persona persona : new Fixtures(Optional.empty()).personas()) {
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

  @Test
  void tell_where_they_are_wrong() throws IOException {
    Path file = directory.resolve("clientes.json");
    Files.writeString(file, "[\n  {\"client_id\": \"a\", \"segredo\": \"b\", \"url\": 1}\n]");
    assertThatThrownBy(() -> JsonFixtures.listIn(file, Client.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clientes.json, line 2")
        .hasMessageContaining("url");
  }

  @Test
  void can_be_ones_own() throws IOException {
    Path file = directory.resolve("clientes.json");
    Files.writeString(
        file, "[{\"client_id\": \"meu\", \"segredo\": \"s\", \"redirect_uris\": [\"${U:x}\"]}]");
    SimulatorOptions environment =
        SimulatorOptions.fromEnvironment(
            Map.of("SIMULADOR_CLIENTES", file.toString(), "SIMULADOR_PORTA", "0", "U", "y"));
    try (GovBrSimulator govbr = GovBrSimulator.start(environment)) {
      assertThat(govbr.clients().all()).extracting(Client::clientId).containsExactly("meu");
      assertThat(govbr.clients().all().get(0).redirectUris()).containsExactly("y");
    }
  }

  @Test
  void and_the_environment_are_refused_with_a_sentence_when_wrong() {
    for (String port : new String[] {"x", "-1", "65536", "99999999999"}) {
      assertThatThrownBy(() -> SimulatorOptions.fromEnvironment(Map.of("SIMULADOR_PORTA", port)))
          .hasMessageContaining("SIMULADOR_PORTA");
    }
    assertThatThrownBy(
            () -> SimulatorOptions.fromEnvironment(Map.of("SIMULADOR_AJUSTES", "pkce=sim")))
        .hasMessageContaining("pkce deve ser");
    assertThat(
            SimulatorOptions.fromEnvironment(Map.of("SIMULADOR_URL", "https://x.example//"))
                .baseUrl())
        .isEqualTo(Optional.of("https://x.example"));
  }
}
