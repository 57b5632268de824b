package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The company for which a person acts in an application that speaks SAML")
class CompanyOfSamlIT {

  private static final String SAML = "http://saml-de-empresas.localhost/";
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    realm =
        OwnRealm.create(
            SYSTEM,
            "empresas-saml",
            Map.of("defaultScope", "openid profile govbr_confiabilidades_idtoken govbr_empresa"));
    realm
        .admin()
        .post(
            "/clients",
            Map.of(
                "clientId", SAML,
                "protocol", "saml",
                "redirectUris", List.of(SAML + "*"),
                "defaultClientScopes", List.of("govbr-saml"),
                "attributes",
                    Map.of(
                        "saml.client.signature",
                        "false",
                        "saml_assertion_consumer_url_post",
                        SAML + "acs")));
    realm
        .admin()
        .put(
            "/client-policies/profiles",
            Map.of(
                "profiles",
                List.of(
                    Map.of(
                        "name",
                        "exige-empresa",
                        "executors",
                        List.of(
                            Map.of(
                                "executor",
                                "govbr-requisitos",
                                "configuration",
                                Map.of("empresa", "obrigatória")))))));
    realm
        .admin()
        .put(
            "/client-policies/policies",
            Map.of(
                "policies",
                List.of(
                    Map.of(
                        "name",
                        "todas",
                        "enabled",
                        true,
                        "conditions",
                        List.of(Map.of("condition", "any-client", "configuration", Map.of())),
                        "profiles",
                        List.of("exige-empresa")))));
  }

  @BeforeEach
  void forgetEverybody() {
    GOV_BR.forgetEverybody();
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static PersonAtStep enter(String persona) {
    return PersonAtStep.of(SYSTEM, realm, persona)
        .useSaml(SAML, "onde-estava")
        .follow("social-govbr");
  }

  @Test
  @DisplayName("is in its assertion")
  void isInTheAssertion() {
    PersonAtStep bento = enter("contador");
    assertThat(bento.page().body()).contains("data-estado=\"lista\"");

    bento.chooseCompany(1);

    assertThat(bento.samlAnswer().orElseThrow())
        .contains("status:Success")
        .contains("Name=\"cnpj\"")
        .contains("Name=\"govbr_atuacao\"")
        .contains("InResponseTo=\"_pedido\"");
  }

  @Test
  @DisplayName("is missed by nobody who goes back: the application is told so")
  void goesBackWithout() {
    PersonAtStep nobody = enter("cin").press("acao", "desistir");

    assertThat(nobody.samlAnswer().orElseThrow()).contains("status:RequestDenied");
  }
}
