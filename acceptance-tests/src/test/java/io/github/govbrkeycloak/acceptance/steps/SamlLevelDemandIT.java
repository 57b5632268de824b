package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("Who has not the level that an application asks for by SAML")
class SamlLevelDemandIT {

  private static final String SAML = "http://saml-exigente.localhost/";
  private static final String SAML_WITHOUT_NAMES = "http://saml-sem-nomes.localhost/";
  private static final String BANK_SEAL = "604";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;
  private PersonAtStep ana;

  @BeforeAll
  void createRealm() {
    realm = OwnRealm.create(system, "nivel-exigido-saml", Map.of());
    addSaml(
        SAML,
        Map.of(
            "minimum.acr.value", "urn:orgao:prata",
            "acr.loa.map", "{\"urn:orgao:prata\": 2, \"urn:orgao:ouro\": 3}"));
    addSaml(SAML_WITHOUT_NAMES, Map.of());
  }

  private void addSaml(String entity, Map<String, String> more) {
    Map<String, String> attributes = new HashMap<>(more);
    attributes.put("saml.client.signature", "false");
    attributes.put("saml_assertion_consumer_url_post", entity + "acs");
    realm
        .admin()
        .post(
            "/clients",
            Map.of(
                "clientId",
                entity,
                "protocol",
                "saml",
                "redirectUris",
                List.of(entity + "*"),
                "defaultClientScopes",
                List.of("govbr-saml"),
                "attributes",
                attributes));
  }

  @BeforeEach
  void sitDown() {
    govBr.undoChanges();
    govBr.forgetEverybody();
    realm
        .admin()
        .get("/users")
        .forEach(user -> realm.admin().delete("/users/" + user.path("id").asText()));
    ana = PersonAtStep.of(system, realm, "bronze-senha");
  }

  @AfterAll
  void deleteRealm() {
    realm.close();
    govBr.undoChanges();
  }

  @Test
  void rises_for_a_saml_application_too() {
    ana.useSaml(SAML, "onde-estava").follow("social-govbr");
    assertThat(ana.isAsked()).isTrue();

    ana.goUp().obtain(BANK_SEAL);

    assertThat(ana.samlAnswer().orElseThrow())
        .contains("govbr_nivel")
        .contains(">prata<")
        .contains("status:Success")
        .contains("InResponseTo=\"_pedido\"");
    assertThat(ana.page().body()).contains("onde-estava");
  }

  @Test
  void rises_for_the_context_that_a_saml_request_demands() {
    ana.useSaml(SAML, "onde-estava", context("urn:orgao:ouro")).follow("social-govbr");
    assertThat(ana.isAsked()).isTrue();
    assertThat(ana.page().body()).contains("nível Ouro");
  }

  @Test
  void is_refused_when_a_saml_request_demands_a_context_that_nobody_knows() {
    ana.useSaml(SAML, "onde-estava", context("urn:orgao:diamante"));

    assertThat(ana.page().body()).doesNotContain("social-govbr");
    assertThat(ana.samlAnswer().filter(answer -> answer.contains("status:Success"))).isEmpty();
    assertThat(realm.admin().get("/users/count").asInt()).isZero();
  }

  /** Keycloak's own gap, of which guide and check warn. */
  @Test
  void gets_in_whatever_a_saml_request_demands_where_levels_have_no_uri() {
    ana.useSaml(SAML_WITHOUT_NAMES, "onde-estava", context("urn:orgao:ouro"))
        .follow("social-govbr");

    assertThat(ana.samlAnswer().orElseThrow()).contains("status:Success").contains(">bronze<");
  }

  @Test
  void goes_back_to_a_saml_application_which_is_told_so() {
    ana.useSaml(SAML, "onde-estava").follow("social-govbr");

    ana.press("acao", "voltar");

    assertThat(ana.samlAnswer().orElseThrow()).contains("status:RequestDenied");
  }

  private static String context(String uri) {
    return """
        <samlp:RequestedAuthnContext Comparison="exact">\
        <saml:AuthnContextClassRef xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s\
        </saml:AuthnContextClassRef></samlp:RequestedAuthnContext>"""
        .formatted(uri);
  }
}
