package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.apache.AuthModule;
import io.github.govbrkeycloak.apache.BackendApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("Apache with mod_auth_mellon, which trusts only Keycloak,")
class ApacheSamlIT {

  @TempDir static Path home;
  private static ApacheService service;

  private final String address = service.address();
  private final SamlVisitor visitor = SamlVisitor.of(service);

  @BeforeAll
  static void followTheGuide() throws IOException {
    AuthModule.MELLON.requireInstalled();
    service = SamlGuide.follow(home);
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
    visitor.signIn("/area/", id);

    assertThat(visitor.address()).isEqualTo(address + "/area/");
    new ShownPerson(govBr.persona(id), ",", "(none)").assertOn(visitor::text);
    assertThat(visitor.text("#conta")).as("Keycloak's name of the person").startsWith("G-");
  }

  @Test
  void is_open_to_everybody_where_nothing_is_protected() {
    visitor.open("/");

    assertThat(visitor.text("h1")).isEqualTo("Serviço de exemplo");
  }

  @Test
  void tells_the_application_behind_it_in_headers_that_nobody_else_can_set(GovBr govBr) {
    Persona persona = govBr.persona("bronze-senha");
    visitor.signIn("/area/", persona.id());

    for (String invented : List.of("PessoaNivel", "pessoanivel", "PessoaCnpj")) {
      visitor.browser().openWith(address + "/area/aplicacao/", invented, "ouro");

      BackendApplication application = service.application();
      assertThat(application.lastHeader("PessoaNivel")).isEqualTo(persona.nivel());
      assertThat(application.lastHeader("PessoaSelos")).isEqualTo("201");
      assertThat(application.lastHeader("PessoaCnpj")).isNull();
      assertThat(application.lastHeader("PessoaNome")).isEqualTo(persona.nome());
      assertThat(application.lastHeader("PessoaConta")).startsWith("G-");
    }
    visitor.browser().openWith(address + "/aberta/", "PessoaNivel", "ouro");
    assertThat(service.application().lastHeader("PessoaNivel")).isNull();
  }

  @Test
  void needs_not_a_line_of_its_own_for_keycloak_to_demand_prata() {
    Guide.set(service.realm().admin(), address + "/saml", "minimum.acr.value", "urn:govbr:prata");
    try {
      visitor.signIn("/area/", "bronze-senha");
      assertThat(visitor.address()).startsWith(service.realm().url());
      assertThat(visitor.text("#govbr-nivel")).contains("Prata");

      visitor.press("#govbr-nivel-voltar").assertNotSignedIn();

      SamlVisitor another = SamlVisitor.of(service).signIn("/area/", "prata-banco");
      assertThat(another.text("#nivel")).isEqualTo("prata");
    } finally {
      Guide.set(service.realm().admin(), address + "/saml", "minimum.acr.value", "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prata-banco", "ouro-otp"})
  void lets_prata_and_ouro_into_the_page_for_prata_at_once(String id) {
    visitor.signIn("/area/prata/", id);

    assertThat(visitor.address()).isEqualTo(address + "/area/prata/");
    assertThat(visitor.text("h1")).isEqualTo("Página para prata ou ouro");
  }

  @Test
  void has_keycloak_raise_the_level_of_whoever_opens_the_page_for_prata_with_less() {
    visitor.signIn("/area/", "bronze-senha");
    assertThat(visitor.text("#nivel")).isEqualTo("bronze");

    visitor.open("/area/prata/");
    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
    visitor.press("#govbr-nivel-subir").press("button[value=401]").press("#succeed");

    assertThat(visitor.address()).isEqualTo(address + "/area/prata/");
    visitor.open("/area/");
    assertThat(visitor.text("#nivel")).isEqualTo("prata");
  }

  @Test
  void sends_nobody_round_in_circles_who_gives_up_raising_the_level() {
    visitor.signIn("/area/prata/", "bronze-senha");

    visitor.press("#govbr-nivel-voltar");

    visitor.assertNotSignedIn();
  }

  @Test
  void demands_the_level_of_whoever_words_the_way_so_that_the_request_does_not() {
    visitor.signIn("/saml/login?ReturnTo=" + address + "/area/./prata/", "bronze-senha");

    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
  }

  @Test
  void signs_out_of_keycloak_and_gov_br_too_and_comes_back() {
    visitor.signIn("/area/", "ouro-otp");

    visitor.open("/sair");

    assertThat(visitor.address()).isEqualTo(address + "/saiu/");
    assertThat(visitor.text("h1")).isEqualTo("Você saiu");
    visitor.assertMustSignInAnew();
  }

  @Test
  void forgets_who_signs_out_of_another_application() {
    visitor.signIn("/area/", "prata-banco");

    visitor
        .browser()
        .open(
            service.realm().url()
                + "/protocol/openid-connect/logout?client_id="
                + OwnRealm.APPLICATION)
        .press("#kc-logout");

    visitor.assertMustSignInAnew();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/saml/logout?ReturnTo=", "/saml/login?ReturnTo="})
  void sends_nobody_to_another_site(String way) {
    visitor.open(way + "https://outro.exemplo.gov.br/");

    assertThat(visitor.browser().status()).isEqualTo(400);
  }

  @Test
  void believes_no_answer_that_was_changed_on_its_way() {
    String answer = visitor.answerFor("bronze-senha");
    assertThat(answer).contains(">bronze<");

    visitor.handOn(answer.replace(">bronze<", ">ouro<"));

    assertThat(visitor.browser().status()).isEqualTo(400);
    visitor.open("/area/");
    assertThat(visitor.text("#nivel")).as("the answer as Keycloak gave it").isEqualTo("bronze");
  }

  @Test
  void believes_no_answer_without_a_signature() {
    String answer = visitor.answerFor("bronze-senha").replace(">bronze<", ">ouro<");

    visitor.handOn(answer.replaceAll("(?s)<dsig:Signature .*?</dsig:Signature>", ""));

    assertThat(visitor.browser().status()).isEqualTo(400);
    visitor.open("/area/");
    assertThat(visitor.text("#nivel")).as("the answer as Keycloak gave it").isEqualTo("bronze");
  }

  @Test
  void believes_an_answer_only_once() {
    String answer = visitor.answerFor("bronze-senha");
    visitor.handOn(answer);
    assertThat(visitor.text("#nivel")).isEqualTo("bronze");

    SamlVisitor thief = SamlVisitor.of(service);
    thief.answerFor("ouro-otp");
    thief.handOn(answer);

    assertThat(thief.browser().status()).isEqualTo(400);
  }

  @Test
  void writes_no_cpf_or_answer_to_its_logs(GovBr govBr) throws IOException {
    service.apache().emptyLogs();

    visitor.signIn("/area/", "bronze-senha");
    visitor.open("/area/prata/");
    visitor.open("/sair");

    assertThat(service.apache().logs())
        .contains("POST /saml/postResponse\" 303")
        .contains("GET /saml/logout\" 303")
        .doesNotContain(govBr.persona("bronze-senha").cpf())
        .doesNotContain("SAMLResponse");
  }

  /** Keycloak's answer is a form from another site, with which browsers send fewer cookies. */
  @Test
  void needs_no_click_between_gov_br_and_the_page_in_a_real_browser(Citizen citizen) {
    citizen.page().navigate(address + "/area/");
    citizen.page().click(SamlVisitor.GOV_BR);
    citizen.page().click("[data-persona=prata-banco]");
    citizen.page().click("#authorize");
    citizen.page().waitForURL(address + "/area/");
    assertThat(citizen.page().locator("#nivel").textContent()).isEqualTo("prata");

    citizen.page().click("text=Sair");

    citizen.page().waitForURL(address + "/saiu/");
  }
}
