package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An attribute that copies what gov.br states")
class AttributeMapperIT {

  private static final String TYPE = "govbr-attribute-idp-mapper";

  private final RunningSystem system = RunningSystem.get();
  private final KeycloakAdmin admin = system.keycloakAdmin();
  private final GovBr govBr = system.govBr();
  private JsonNode profileBefore;
  private Mappers mappers;
  private ReturningCitizen citizen;

  @BeforeEach
  void open() {
    mappers = Mappers.of(system);
    citizen = ReturningCitizen.of(system);
    profileBefore = admin.get("/users/profile");
    showUndeclaredAttributesToAdministrators();
  }

  @AfterEach
  void leaveNothingBehind() {
    citizen.close();
    govBr.behaveNormally();
    mappers.close();
    admin.put("/users/profile", profileBefore);
  }

  private void showUndeclaredAttributesToAdministrators() {
    ObjectNode profile = profileBefore.deepCopy();
    profile.put("unmanagedAttributePolicy", "ADMIN_VIEW");
    admin.put("/users/profile", profile);
  }

  private Account signIn(String persona) {
    return citizen.signIn(persona);
  }

  private Account account() {
    return citizen.account();
  }

  @Test
  @DisplayName("has all values from the first login on, and goes when the fact is gone")
  void attributeFollowsTheFact() {
    mappers.add("selos", TYPE, Map.of("fato", "selos.id", "atributo", "selos"));
    mappers.add(
        "data",
        TYPE,
        Map.of("fato", "cpf", "caminho", "selos[701].atualizado_em", "atributo", "desde"));
    mappers.add("cpf", TYPE, Map.of("fato", "cpf", "atributo", "documento"));

    citizen.signInForTheFirstTime("ouro-facial");
    assertThat(account().attribute("selos")).containsExactlyInAnyOrder("101", "602", "701");
    assertThat(account().attribute("desde")).hasSize(1);
    assertThat(account().attribute("documento").equals(List.of(cpf("ouro-facial"))))
        .as("the CPF is right")
        .isTrue();

    govBr.behave("sem-reliability-info", Map.of());
    govBr.behave("fora-do-ar", Map.of("endpoint", "confiabilidades"));
    signIn("ouro-facial");
    assertThat(account().attribute("selos")).isEmpty();
    assertThat(account().attribute("desde")).isEmpty();
    assertThat(account().attribute("documento")).hasSize(1);
  }

  private String cpf(String persona) {
    return govBr.persona(persona).cpf();
  }

  @Test
  @DisplayName("stays as it was first with sync mode Import")
  void importKeepsTheFirstValue() {
    mappers.add("nível", TYPE, Map.of("fato", "nivel", "atributo", "nivel", "syncMode", "IMPORT"));
    assertThat(citizen.signInForTheFirstTime("prata-banco").attribute("nivel"))
        .containsExactly("prata");

    govBr.behave("nivel-desconhecido", Map.of("parametros", Map.of("valor", "gold")));
    assertThat(signIn("prata-banco").attribute("nivel")).containsExactly("prata");
  }

  @Test
  @DisplayName("is what the first login's review page needs, so that nobody is asked for it")
  void requiredAttributeIsThere() {
    ObjectNode profile = admin.get("/users/profile").deepCopy();
    ObjectNode attribute = profile.withArray("attributes").addObject().put("name", "documento");
    attribute.putObject("required").putArray("roles").add("user");
    attribute.putObject("permissions").putArray("view").add("admin").add("user");
    attribute.withObject("permissions").putArray("edit").add("admin").add("user");
    admin.put("/users/profile", profile);
    mappers.add("cpf", TYPE, Map.of("fato", "cpf", "atributo", "documento"));
    try (IdentityProviderSettings settings = IdentityProviderSettings.of(system)) {
      settings.setFirstLoginFlow("first broker login");

      citizen.signInForTheFirstTime("cin");
    }

    assertThat(account().attribute("documento")).hasSize(1);
  }

  @Test
  @DisplayName("is never the user name, and an unreadable path changes nothing")
  void userNameStaysAPseudonym() {
    mappers.add("nome de usuário", TYPE, Map.of("fato", "cpf", "atributo", "username"));
    mappers.add("ilegível", TYPE, Map.of("fato", "selos[", "atributo", "ilegivel"));

    signIn("prata-banco");
    assertThat(signIn("prata-banco").username()).matches("govbr-[a-z2-7]{26}");
    assertThat(account().attribute("ilegivel")).isEmpty();
  }
}
