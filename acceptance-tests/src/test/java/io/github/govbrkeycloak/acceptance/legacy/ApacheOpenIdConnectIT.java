package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.apache.AuthModule;
import io.github.govbrkeycloak.apache.BackendApplication;
import io.github.govbrkeycloak.browser.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("Apache with mod_auth_openidc, which trusts only Keycloak,")
class ApacheOpenIdConnectIT {

  private static final String CLIENT = "servico-no-apache";

  @TempDir static Path home;
  private static ApacheService service;

  private final String address = service.address();
  private final Visitor visitor = new Visitor();

  @BeforeAll
  static void followTheGuide() throws IOException {
    AuthModule.OPENIDC.requireInstalled();
    service =
        ApacheService.start(
            home, "apache-openidc", AuthModule.OPENIDC, ApacheOpenIdConnectIT::register);
  }

  private static Map<String, String> register(OwnRealm realm, String address) throws IOException {
    JsonNode client =
        Guide.of(RunningSystem.get(), "apache-openidc")
            .importClient(realm.admin(), "http://localhost:8085", address);
    return Map.of(
        "REALM", realm.url(),
        "CLIENTE", client.path("clientId").asText(),
        "SEGREDO", client.path("secret").asText());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (service != null) {
      service.close();
    }
  }

  @AfterEach
  void forgetRaisedLevels(GovBr govBr) {
    govBr.undoChanges();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bronze-senha", "prata-banco", "empresa-certificado"})
  void shows_level_seals_and_company_as_keycloak_states_them(String id, GovBr govBr) {
    visitor.open(address + "/area/").signInAs(id);

    assertThat(visitor.address()).isEqualTo(address + "/area/");
    new ShownPerson(govBr.persona(id), ",", "(none)").assertOn(visitor::text);
    assertThat(visitor.text("#conta")).as("Keycloak's own subject").matches("[0-9a-f-]{36}");
  }

  @Test
  void is_open_to_everybody_where_nothing_is_protected() {
    visitor.open(address + "/");

    assertThat(visitor.text("h1")).isEqualTo("Serviço de exemplo");
  }

  @Test
  void tells_the_application_behind_it_in_headers_that_nobody_else_can_set(GovBr govBr) {
    Persona persona = govBr.persona("bronze-senha");
    visitor.open(address + "/area/").signInAs(persona.id());

    for (String invented : new String[] {"OIDC_CLAIM_acr", "OIDC-CLAIM-acr", "OIDC_CLAIM_cnpj"}) {
      visitor.openWith(address + "/area/aplicacao/", invented, "ouro");

      assertThat(visitor.status()).isEqualTo(204);
      BackendApplication application = service.application();
      assertThat(application.lastHeader("OIDC_CLAIM_acr")).isEqualTo(persona.nivel());
      assertThat(application.lastHeader("OIDC-CLAIM-acr")).isNull();
      assertThat(application.lastHeader("OIDC_CLAIM_cnpj")).isNull();
      assertThat(application.lastHeader("OIDC_CLAIM_name")).isEqualTo(persona.nome());
      assertThat(application.lastHeader("OIDC_access_token")).isNull();
    }
  }

  @Test
  void believes_invented_headers_where_nothing_is_protected_as_the_guide_warns() {
    visitor.openWith(address + "/aberta/", "OIDC_CLAIM_acr", "ouro");

    assertThat(service.application().lastHeader("OIDC_CLAIM_acr")).isEqualTo("ouro");
  }

  @Test
  void needs_not_a_line_of_its_own_for_keycloak_to_demand_prata() {
    Guide.set(service.realm().admin(), CLIENT, "minimum.acr.value", "prata");
    try {
      visitor.open(address + "/area/").signInAs("bronze-senha");
      assertThat(visitor.address()).startsWith(service.realm().url());
      assertThat(visitor.text("#govbr-nivel")).contains("Prata");
      visitor.press("#govbr-nivel-voltar");
      assertNotSignedIn();

      Visitor another = new Visitor().open(address + "/area/").signInAs("prata-banco");
      assertThat(another.text("#nivel")).isEqualTo("prata");
    } finally {
      Guide.set(service.realm().admin(), CLIENT, "minimum.acr.value", "");
    }
  }

  @Test
  void lets_prata_into_the_page_for_prata_at_once() {
    visitor.open(address + "/area/prata/").signInAs("prata-banco");

    assertThat(visitor.address()).isEqualTo(address + "/area/prata/");
    assertThat(visitor.text("h1")).isEqualTo("Página para prata ou ouro");
  }

  @Test
  void has_keycloak_raise_the_level_of_whoever_opens_the_page_for_prata_with_less() {
    visitor.open(address + "/area/").signInAs("bronze-senha");
    assertThat(visitor.text("#nivel")).isEqualTo("bronze");

    visitor.open(address + "/area/prata/");
    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
    visitor.press("#govbr-nivel-subir").press("button[value=401]").press("#succeed");

    assertThat(visitor.address()).isEqualTo(address + "/area/prata/");
    visitor.open(address + "/area/");
    assertThat(visitor.text("#nivel")).isEqualTo("prata");
  }

  @Test
  void sends_nobody_round_in_circles_who_gives_up_raising_the_level() {
    visitor.open(address + "/area/prata/").signInAs("bronze-senha");

    visitor.press("#govbr-nivel-voltar");

    assertNotSignedIn();
  }

  @Test
  void says_so_when_the_person_gives_up_at_gov_br() {
    visitor.open(address + "/area/").press("#cancel");

    assertThat(visitor.text("h1")).isEqualTo("Não foi possível entrar");
    visitor
        .open(visitor.page().selectFirst("#govbr-voltar").absUrl("href"))
        .signInAs("prata-banco");
    assertThat(visitor.text("h1")).isEqualTo("Sua área");
  }

  @Test
  void signs_out_of_keycloak_and_gov_br_too_and_comes_back() {
    visitor.open(address + "/area/").signInAs("ouro-otp");

    visitor.open(address + "/sair");

    assertThat(visitor.address()).isEqualTo(address + "/saiu/");
    assertThat(visitor.text("h1")).isEqualTo("Você saiu");
    visitor.open(address + "/area/");
    assertThat(visitor.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
  }

  /** The module revokes its refresh token first; that ends Keycloak's session before its logout. */
  @Test
  void signs_out_of_gov_br_although_its_refresh_token_has_ended_keycloaks_session_before() {
    Guide.set(service.realm().admin(), CLIENT, "use.refresh.tokens", "true");
    try {
      visitor.open(address + "/area/").signInAs("ouro-otp");

      visitor.open(address + "/sair");

      assertThat(visitor.address()).isEqualTo(address + "/saiu/");
      visitor.open(address + "/area/");
      assertThat(visitor.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
    } finally {
      Guide.set(service.realm().admin(), CLIENT, "use.refresh.tokens", "false");
    }
  }

  @Test
  void puts_no_cpf_into_the_address_by_which_it_signs_out(GovBr govBr) throws IOException {
    visitor.open(address + "/area/").signInAs("ouro-otp");

    String way = visitor.redirect(visitor.redirect(address + "/sair"));

    String idToken = way.replaceAll("^.*[?&]id_token_hint=([^&]+).*$", "$1");
    JsonNode claims = Jwt.claims(idToken);
    assertThat(claims.path("acr").asText()).isEqualTo("ouro");
    assertThat(claims.toString()).doesNotContain(govBr.persona("ouro-otp").cpf());
  }

  @Test
  void forgets_who_signs_out_of_another_application() {
    visitor.open(address + "/area/").signInAs("prata-banco");

    visitor
        .open(
            service.realm().url()
                + "/protocol/openid-connect/logout?client_id="
                + OwnRealm.APPLICATION)
        .press("#kc-logout");

    visitor.open(address + "/area/");
    assertThat(visitor.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
  }

  @Test
  void sends_nobody_from_the_way_out_to_another_site() {
    visitor.open(address + "/volta?logout=https://outro.exemplo.gov.br/");

    assertNotSignedIn();
  }

  @Test
  void refuses_a_forged_way_back() {
    visitor.open(address + "/area/");

    visitor.open(address + "/volta?code=inventado&state=inventado");

    assertNotSignedIn();
  }

  @Test
  void writes_no_cpf_token_or_code_to_its_logs(GovBr govBr) throws IOException {
    service.apache().emptyLogs();

    visitor.open(address + "/area/").signInAs("bronze-senha");
    visitor.open(address + "/area/prata/").press("#govbr-nivel-voltar");
    visitor.open(address + "/sair");

    String logs = service.apache().logs();
    assertThat(logs).contains("GET /volta\" 302").contains("GET /sair\" 302");
    assertThat(logs)
        .doesNotContain(govBr.persona("bronze-senha").cpf())
        .doesNotContain("eyJ")
        .doesNotContain("code=")
        .doesNotContain("state=");
  }

  private void assertNotSignedIn() {
    assertThat(visitor.address()).isEqualTo(address + "/volta");
    assertThat(visitor.text("h1")).isEqualTo("Você não entrou");
  }
}
