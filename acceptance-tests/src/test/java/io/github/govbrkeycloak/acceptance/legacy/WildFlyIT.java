package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.SecondApplication.LoginAttempt;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Barriers;
import io.github.govbrkeycloak.browser.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("A second application on the portal's WildFly, which trusts only Keycloak,")
class WildFlyIT {

  private static final String CLIENT = "servico-no-wildfly";
  private static final String ENTER = "a.govbr";

  private static KeycloakAdmin admin;
  private static DeployedWar application;

  private final String address = application.address();
  private final Visitor visitor = new Visitor();

  @BeforeAll
  static void followTheGuide() throws IOException {
    RunningSystem system = RunningSystem.get();
    Guide guide = Guide.of(system, "wildfly");
    admin = system.keycloakAdmin();
    application = DeployedWar.deploy(system, guide.file("target/servico.war"));
    guide.importClient(admin, "http://localhost:8080", application.server());
  }

  @AfterAll
  static void undeploy() throws IOException {
    if (application != null) {
      application.close();
    }
    Guide.removeClient(admin, CLIENT);
  }

  @AfterEach
  void forgetWhatTheTestChanged(GovBr govBr) {
    govBr.undoChanges();
    Guide.set(admin, CLIENT, "minimum.acr.value", "");
  }

  private Visitor signIn(String persona) {
    return visitor.open(address + "/").follow(ENTER).signInAs(persona);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bronze-senha", "prata-banco", "empresa-certificado"})
  void shows_level_seals_and_company_as_keycloak_states_them(String id, GovBr govBr) {
    signIn(id);

    assertThat(visitor.address()).isEqualTo(address + "/area/");
    new ShownPerson(govBr.persona(id), ", ", "nenhum").assertOn(visitor::text);
    assertThat(visitor.text("#conta")).as("Keycloak's own subject").matches("[0-9a-f-]{36}");
  }

  @Test
  void says_so_where_gov_br_tells_no_level_and_no_seals(GovBr govBr) {
    govBr.behave("sem-reliability-info", Map.of());
    govBr.behave("status", Map.of("endpoint", "niveis"));
    govBr.behave("fora-do-ar", Map.of("endpoint", "confiabilidades"));
    try {
      signIn("nome-social");

      assertThat(visitor.text("#nivel")).isEqualTo("não informado");
      assertThat(visitor.text("#selos")).isEqualTo("nenhum informado");
    } finally {
      govBr.behaveNormally();
    }
  }

  @Test
  void needs_not_a_line_of_its_own_for_keycloak_to_demand_prata(RunningSystem system) {
    Guide.set(admin, CLIENT, "minimum.acr.value", "prata");

    signIn("bronze-senha");
    assertThat(visitor.address()).startsWith(system.realmUrl());
    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
    visitor.press("#govbr-nivel-voltar");
    assertNotSignedIn();

    Visitor another = new Visitor().open(address + "/").follow(ENTER).signInAs("prata-banco");
    assertThat(another.text("#nivel")).isEqualTo("prata");
  }

  @Test
  void is_reached_by_whoever_raises_the_level_that_keycloak_demands() {
    Guide.set(admin, CLIENT, "minimum.acr.value", "prata");

    signIn("bronze-senha");
    visitor.press("#govbr-nivel-subir").press("button[value=401]").press("#succeed");

    assertThat(visitor.address()).isEqualTo(address + "/area/");
    assertThat(visitor.text("#nivel")).isEqualTo("prata");
  }

  @Test
  void says_so_when_the_person_gives_up_at_gov_br() {
    visitor.open(address + "/").follow(ENTER).press("#cancel");

    assertThat(visitor.text("h1")).isEqualTo("Não foi possível entrar");
    visitor.follow("#govbr-voltar").follow(ENTER).signInAs("prata-banco");
    assertThat(visitor.text("h1")).isEqualTo("Sua área");
  }

  @Test
  void signs_out_of_keycloak_and_gov_br_too_and_comes_back() {
    signIn("ouro-otp");

    visitor.press("#sair");

    assertThat(visitor.address()).isEqualTo(address + "/saiu.html");
    assertThat(visitor.text("h1")).isEqualTo("Você saiu");
    visitor.follow(ENTER);
    assertThat(visitor.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
  }

  @Test
  void signs_nobody_out_who_is_lured_to_a_link() {
    signIn("ouro-otp");

    visitor.open(address + "/sair");

    assertThat(visitor.status()).isEqualTo(405);
    assertThat(visitor.open(address + "/area/").text("#nivel")).isEqualTo("ouro");
  }

  @Test
  void puts_no_cpf_into_the_address_by_which_it_signs_out(GovBr govBr) throws IOException {
    signIn("ouro-otp");

    String way = visitor.whereWouldLead("#sair");

    String idToken = way.replaceAll("^.*[?&]id_token_hint=([^&]+).*$", "$1");
    JsonNode claims = Jwt.claims(idToken);
    assertThat(claims.path("acr").asText()).isEqualTo("ouro");
    assertThat(claims.toString()).doesNotContain(govBr.persona("ouro-otp").cpf());
  }

  @Test
  void forgets_whoever_signs_out_elsewhere_when_its_access_token_ends(RunningSystem system) {
    Guide.set(admin, CLIENT, "access.token.lifespan", "1");
    try {
      signIn("prata-banco");

      visitor
          .open(system.realmUrl() + "/protocol/openid-connect/logout?client_id=" + CLIENT)
          .press("#kc-logout");

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(visitor.open(address + "/area/").address())
                      .startsWith(system.realmUrl()));
    } finally {
      Guide.set(admin, CLIENT, "access.token.lifespan", "");
    }
  }

  @Test
  void refuses_a_forged_way_back() {
    visitor.open(address + "/").follow(ENTER);

    visitor.open(address + "/area/?code=inventado&state=inventado");

    assertNotSignedIn();
  }

  @Test
  void takes_no_token_that_another_application_got(RunningSystem system) {
    try (SecondApplication other = SecondApplication.register(system, "outra-aplicacao")) {
      LoginAttempt login = other.beginLogin(Map.of());
      visitor.open(login.address().toString()).signInAs("bronze-senha");
      String token = other.finishLogin(login).bearer();

      visitor.openWith(address + "/area/", "Authorization", "Bearer " + token);
      assertThat(visitor.status()).isEqualTo(401);
      visitor.open(address + "/area/?access_token=" + token);
      assertThat(visitor.status()).isEqualTo(401);
    }
  }

  @ParameterizedTest(name = "{0} pixels wide")
  @ValueSource(ints = {1280, 390})
  void keeps_nobody_out_of_its_pages(int width, Citizen citizen, GovBr govBr) {
    Page page = citizen.page();
    page.setViewportSize(width, 844);

    page.navigate(address + "/");
    assertNoBarrier(citizen, "inicio", width);
    page.click(ENTER);
    page.navigate(address + "/area/?code=inventado&state=inventado");
    assertNoBarrier(citizen, "nao-entrou", width);
    page.click(ENTER);
    citizen.govBr().chooseAndAuthorise(govBr.persona("empresa-certificado"));
    assertNoBarrier(citizen, "area", width);
    page.click("#sair");
    page.waitForURL(address + "/saiu.html");
    assertNoBarrier(citizen, "saiu", width);
  }

  private static void assertNoBarrier(Citizen citizen, String picture, int width) {
    citizen.page().locator("main").waitFor();
    citizen.photograph(Path.of("target", "wildfly-" + picture + "-" + width + ".png"));
    assertThat(Barriers.in(citizen.page())).as(picture).isEmpty();
    assertThat(Barriers.fits(citizen.page())).as("%s fits into the screen", picture).isTrue();
  }

  private void assertNotSignedIn() {
    assertThat(visitor.address()).startsWith(address);
    assertThat(visitor.text("h1")).isEqualTo("Você não entrou");
  }
}
