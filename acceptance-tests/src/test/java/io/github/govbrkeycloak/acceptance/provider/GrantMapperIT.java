package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A role or group that follows what gov.br states")
class GrantMapperIT {

  private static final String LEVEL = "govbr-level-idp-mapper";
  private static final String SEAL = "govbr-seal-idp-mapper";
  private static final String FACTOR = "govbr-factor-idp-mapper";
  private static final String ROLE = "papel-de-teste";
  private static final String CLIENT = "cliente-com-papel";

  private final RunningSystem system = RunningSystem.get();
  private final KeycloakAdmin admin = system.keycloakAdmin();
  private final GovBr govBr = system.govBr();
  private Mappers mappers;
  private ReturningCitizen citizen;

  @BeforeEach
  void open() {
    mappers = Mappers.of(system);
    citizen = ReturningCitizen.of(system);
    admin.post("/roles", Map.of("name", ROLE));
  }

  @AfterEach
  void leaveNothingBehind() {
    citizen.close();
    govBr.behaveNormally();
    mappers.close();
    for (JsonNode role : admin.get("/roles?search=" + ROLE)) {
      admin.delete("/roles/" + role.path("name").asText());
    }
    for (JsonNode group : admin.get("/groups?exact=true&search=grupo-de-teste")) {
      admin.delete("/groups/" + group.path("id").asText());
    }
    for (JsonNode client : admin.get("/clients?clientId=" + CLIENT)) {
      admin.delete("/clients/" + client.path("id").asText());
    }
  }

  private Account signIn(String persona) {
    return citizen.signIn(persona);
  }

  private Account account() {
    return citizen.account();
  }

  @Test
  @DisplayName("comes with the level, goes without it, and comes again")
  void roleFollowsTheLevel() {
    mappers.add("nível", LEVEL, Map.of("nivel", "prata", "role", ROLE));
    assertThat(signIn("bronze-senha").realmRoles()).doesNotContain(ROLE);

    govBr.behave("nivel-desconhecido", Map.of("parametros", Map.of("valor", "gold")));
    assertThat(signIn("bronze-senha").realmRoles()).as("the level was raised").contains(ROLE);

    govBr.behave("nivel-desconhecido", Map.of());
    assertThat(signIn("bronze-senha").realmRoles()).as("an unknown level").doesNotContain(ROLE);

    govBr.behave("nivel-desconhecido", Map.of("parametros", Map.of("valor", "silver")));
    assertThat(signIn("bronze-senha").realmRoles()).contains(ROLE);
  }

  @Test
  @DisplayName("asks the API for the level, and goes when the API does not tell it")
  void roleGoesWhenTheLevelIsNotKnown() {
    mappers.add("nível", LEVEL, Map.of("nivel", "ouro", "comparacao", "exatamente", "role", ROLE));
    govBr.behave("sem-reliability-info", Map.of());
    assertThat(signIn("ouro-otp").realmRoles()).contains(ROLE);

    govBr.behave("status", Map.of("endpoint", "niveis", "parametros", Map.of("status", 503)));
    assertThat(signIn("ouro-otp").realmRoles()).doesNotContain(ROLE);
  }

  @Test
  @DisplayName("may be a group and a client's role, for one of several seals")
  void groupAndClientRoleFollowASeal() {
    admin.post("/groups", Map.of("name", "grupo-de-teste"));
    String group = admin.get("/groups?search=grupo-de-teste").get(0).path("id").asText();
    admin.post("/groups/" + group + "/children", Map.of("name", "com selo"));
    admin.post("/clients", Map.of("clientId", CLIENT));
    String client = admin.get("/clients?clientId=" + CLIENT).get(0).path("id").asText();
    admin.post("/clients/" + client + "/roles", Map.of("name", "assina"));
    mappers.add(
        "selo",
        SEAL,
        Map.of(
            "selo", "801 (certificado_digital)",
            "maisSelos", "998, 901",
            "role", CLIENT + ".assina",
            "group", "/grupo-de-teste/com selo"));

    govBr.behave("selo-desconhecido", Map.of("parametros", Map.of("valor", "998")));
    signIn("prata-banco");
    assertThat(account().clientRoles(client)).containsExactly("assina");
    assertThat(account().groups()).containsExactly("/grupo-de-teste/com selo");

    govBr.behaveNormally();
    signIn("prata-banco");
    assertThat(account().clientRoles(client)).isEmpty();
    assertThat(account().groups()).isEmpty();
  }

  @Test
  @DisplayName("comes with a factor and goes with the next login without it")
  void roleFollowsAFactor() {
    mappers.add("fator", FACTOR, Map.of("fator", "x509", "role", ROLE));
    govBr.behave("amr-desconhecido", Map.of("parametros", Map.of("valor", "x509_neoid")));
    assertThat(signIn("prata-banco").realmRoles()).contains(ROLE);

    govBr.behaveNormally();
    assertThat(signIn("prata-banco").realmRoles()).doesNotContain(ROLE);
  }

  @Test
  @DisplayName("belongs to the mapper when granted by hand, but not when it comes by a group")
  void roleGrantedByHandGoesUnlessItComesByAGroup() {
    admin.post("/groups", Map.of("name", "grupo-de-teste"));
    String group = admin.get("/groups?search=grupo-de-teste").get(0).path("id").asText();
    JsonNode role = admin.get("/roles/" + ROLE);
    admin.post("/groups/" + group + "/role-mappings/realm", List.of(role));
    mappers.add("nível", LEVEL, Map.of("nivel", "ouro", "role", ROLE));
    signIn("prata-banco").grantByHand(ROLE);

    assertThat(signIn("prata-banco").realmRoles()).doesNotContain(ROLE);

    account().joinByHand(group);
    assertThat(signIn("prata-banco").effectiveRealmRoles()).contains(ROLE);
    assertThat(account().groups()).containsExactly("/grupo-de-teste");
  }

  @Test
  @DisplayName("stays when one of two mappers gives it, in whichever order they run")
  void twoMappersOfOneRoleAreAnOr() {
    mappers.add("a", LEVEL, Map.of("nivel", "ouro", "role", ROLE));
    mappers.add("b", FACTOR, Map.of("fator", "bank", "role", ROLE));
    mappers.add("c", LEVEL, Map.of("nivel", "ouro", "role", ROLE));
    signIn("prata-banco");

    assertThat(signIn("prata-banco").realmRoles()).contains(ROLE);
  }

  @Test
  @DisplayName("is not taken away with sync mode Import, and is with the console's Legacy")
  void syncModeDecides() {
    mappers.add("nível", LEVEL, Map.of("nivel", "ouro", "role", ROLE, "syncMode", "IMPORT"));
    assertThat(citizen.signInForTheFirstTime("ouro-otp").realmRoles()).contains(ROLE);
    govBr.behave("nivel-desconhecido", Map.of());
    assertThat(signIn("ouro-otp").realmRoles()).contains(ROLE);

    mappers.close();
    mappers = Mappers.of(system);
    mappers.add("nível", LEVEL, Map.of("nivel", "ouro", "role", ROLE, "syncMode", "LEGACY"));
    assertThat(signIn("ouro-otp").realmRoles()).doesNotContain(ROLE);
  }

  @Test
  @DisplayName("is found again under its new name, and does not end the login when it is deleted")
  void renamedOrDeletedRole() throws IOException {
    mappers.add("mapeador sem papel", LEVEL, Map.of("nivel", "bronze", "role", ROLE));
    signIn("prata-banco");

    ObjectNode renamed = admin.get("/roles/" + ROLE).deepCopy();
    renamed.put("name", ROLE + "-renomeado");
    admin.put("/roles/" + ROLE, renamed);
    assertThat(mappers.config("mapeador sem papel").path("role").asText())
        .isEqualTo(ROLE + "-renomeado");
    assertThat(signIn("prata-banco").realmRoles()).contains(ROLE + "-renomeado");

    admin.delete("/roles/" + ROLE + "-renomeado");
    signIn("prata-banco");
    assertThat(logged("GOVBR-552")).anyMatch(line -> line.contains("'mapeador sem papel'"));
  }

  @Test
  @DisplayName("is offered by four mappers of ours beside four of Keycloak's")
  void mappersOffered() {
    JsonNode offered = admin.get("/identity-provider/instances/govbr/mapper-types");
    assertThat(offered.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "govbr-attribute-idp-mapper",
            LEVEL,
            SEAL,
            FACTOR,
            "hardcoded-attribute-idp-mapper",
            "hardcoded-user-session-attribute-idp-mapper",
            "oidc-hardcoded-group-idp-mapper",
            "oidc-hardcoded-role-idp-mapper");
  }

  private List<String> logged(String code) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path log : system.logs()) {
      Files.readAllLines(log).stream().filter(line -> line.contains(code)).forEach(lines::add);
    }
    return lines;
  }
}
