package io.github.govbrkeycloak.simulator.apache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.apache.Apache;
import io.github.govbrkeycloak.apache.AuthModule;
import io.github.govbrkeycloak.apache.BackendApplication;
import io.github.govbrkeycloak.browser.Visitor;
import io.github.govbrkeycloak.simulator.ControlApi;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Apache with the guide's site")
class ApacheIT {

  @TempDir static Path home;
  private static FollowedGuide guide;

  private final Apache apache = guide.apache();
  private final BackendApplication application = guide.application();
  private final ControlApi control = guide.control();
  private final Visitor visitor = new Visitor();

  @BeforeAll
  static void followTheGuide() throws IOException {
    AuthModule.OPENIDC.requireInstalled();
    guide = FollowedGuide.start(home);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (guide != null) {
      guide.close();
    }
  }

  @AfterEach
  void startAnew() {
    guide.startAnew();
  }

  @ParameterizedTest
  @CsvSource({"bronze-senha, bronze", "prata-banco, silver", "ouro-otp, gold"})
  void shows_what_gov_br_says_of_a_person(String id, String level) {
    JsonNode persona = guide.persona(id);

    visitor.open(guide.service() + "/area/").signInAs(id);

    assertThat(visitor.address()).isEqualTo(guide.service() + "/area/");
    assertThat(visitor.text("#nome")).isEqualTo(persona.path("nome").asText());
    assertThat(visitor.text("#cpf")).isEqualTo(persona.path("cpf").asText());
    assertThat(visitor.text("#nivel")).isEqualTo(level);
    assertThat(visitor.text("#fatores").split(",")).contains(persona.at("/amr/0").asText());
    assertThat(visitor.text("#email-verificado")).isEqualTo("true");
  }

  @Test
  void is_open_to_everybody_where_nothing_is_protected() {
    visitor.open(guide.service() + "/");

    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.text("a.govbr")).isEqualTo("Entrar com gov.br");
  }

  @Test
  void tells_the_application_behind_it_in_headers() {
    JsonNode persona = guide.persona("ouro-otp");
    visitor.open(guide.service() + "/area/").signInAs("ouro-otp");

    visitor.openWith(guide.service() + "/area/aplicacao/", "OIDC_CLAIM_sub", "00000000191");

    assertThat(application.lastHeader("OIDC_CLAIM_sub")).isEqualTo(persona.path("cpf").asText());
    assertThat(application.lastHeader("OIDC_CLAIM_name")).isEqualTo(persona.path("nome").asText());
    assertThat(application.lastHeader("GovBr-Nivel")).isEqualTo("gold");
    assertThat(application.lastHeader("OIDC_CLAIM_reliability_info")).contains("\"id\"");
    assertThat(application.lastHeader("OIDC_access_token")).isNull();
  }

  @Test
  void does_not_believe_a_level_that_the_caller_states() {
    visitor.open(guide.service() + "/area/").signInAs("bronze-senha");

    visitor.openWith(guide.service() + "/area/", "GovBr-Nivel", "gold");

    assertThat(visitor.text("#nivel")).isEqualTo("bronze");
  }

  @Test
  void does_not_believe_it_either_when_gov_br_states_none() {
    control.put("/comportamentos/sem-reliability-info", Map.of());
    visitor.open(guide.service() + "/area/").signInAs("bronze-senha");

    visitor.openWith(guide.service() + "/area/", "GovBr-Nivel", "gold");

    assertThat(visitor.text("#nivel")).isEqualTo("(none)");
  }

  @Test
  void lets_gold_into_the_page_for_gold() {
    visitor.open(guide.service() + "/area/ouro/").signInAs("ouro-otp");

    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.text("h1")).isEqualTo("Página só para ouro");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bronze-senha", "prata-banco"})
  void refuses_less_than_gold_and_says_why(String id) {
    visitor.open(guide.service() + "/area/ouro/").signInAs(id);

    assertThat(visitor.status()).isEqualTo(403);
    assertThat(visitor.text("h1")).isEqualTo("Falta nível na sua conta gov.br");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prata-banco", "ouro-otp"})
  void lets_silver_and_gold_into_the_page_for_silver(String id) {
    visitor.open(guide.service() + "/area/prata/").signInAs(id);

    assertThat(visitor.text("h1")).isEqualTo("Página para prata ou ouro");
  }

  @ParameterizedTest
  @CsvSource({
    "fator, ouro-otp, 404",
    "fator, prata-banco, 401",
    "email, prata-banco, 404",
    "email, sem-email, 401"
  })
  void takes_any_fact_as_a_rule(String rule, String id, int status) {
    visitor.open(guide.service() + "/regra/" + rule).signInAs(id);

    assertThat(visitor.status()).as("404: let in, to find nothing").isEqualTo(status);
  }

  @Test
  void sends_bronze_to_the_catalogue_and_reads_the_new_level_after_it() throws IOException {
    visitor.open(guide.service() + "/area/prata/").signInAs("bronze-senha");
    assertThat(visitor.address()).isEqualTo(guide.govbr().baseUrl() + "/catalogo/");

    visitor.press("button[value=401]").press("#succeed");

    assertThat(visitor.address()).isEqualTo(guide.service() + "/area/");
    assertThat(visitor.text("#nivel")).isEqualTo("silver");
    visitor.open(guide.service() + "/area/prata/");
    assertThat(visitor.text("h1")).isEqualTo("Página para prata ou ouro");
  }

  @Test
  void signs_out_of_gov_br_too_and_comes_back() {
    visitor.open(guide.service() + "/area/").signInAs("ouro-otp");

    visitor.open(guide.service() + "/sair");

    assertThat(visitor.address()).isEqualTo(guide.service() + "/saiu/");
    assertThat(visitor.text("h1")).isEqualTo("Você saiu");
    visitor.open(guide.service() + "/area/");
    assertThat(visitor.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
  }

  @Test
  void starts_a_login_at_once_for_whom_gov_br_drops_at_the_launcher() throws IOException {
    visitor.open(guide.service() + "/area/").press("#create-account");

    visitor.press(
        "#finish-detour", Map.of("accountId", "52998224725", "newPassword", "Senha-nova-1"));

    assertThat(visitor.address()).isEqualTo(guide.govbr().baseUrl() + "/login");
    visitor.signInAs("prata-banco");
    assertThat(visitor.address()).isEqualTo(guide.service() + "/area/");
  }

  @Test
  void refuses_a_forged_way_back() {
    visitor.open(guide.service() + "/area/");

    visitor.open(guide.service() + "/volta?code=inventado&state=inventado");

    assertNotSignedIn();
  }

  @Test
  void refuses_the_way_back_of_another_browser() {
    Visitor attacker = new Visitor();
    attacker.open(guide.service() + "/area/").press("[data-persona=cin]");
    String wayBack = attacker.whereWouldLead("#authorize");
    assertThat(wayBack).startsWith(guide.service() + "/volta?");
    visitor.open(guide.service() + "/area/");

    visitor.open(wayBack);

    assertNotSignedIn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assinatura-errada",
        "hs256-com-chave-publica",
        "iss-errado",
        "aud-errado",
        "expirado",
        "nonce-errado",
        "sem-nonce",
        "codigo-expirado"
      })
  void refuses_what_gov_br_would_never_send(String behaviour) {
    control.put("/comportamentos/" + behaviour, Map.of());

    visitor.open(guide.service() + "/area/").signInAs("prata-banco");

    assertNotSignedIn();
  }

  @Test
  void takes_a_token_without_a_signature_as_the_guide_warns() {
    control.put("/comportamentos/sem-assinatura", Map.of());

    visitor.open(guide.service() + "/area/").signInAs("prata-banco");

    assertThat(visitor.text("h1")).isEqualTo("Sua área");
  }

  @Test
  void takes_nothing_from_a_userinfo_of_another_person() {
    control.put("/comportamentos/sub-de-outra-pessoa", Map.of());

    visitor.open(guide.service() + "/area/").signInAs("prata-banco");

    assertThat(visitor.text("#cpf")).isEqualTo(guide.persona("prata-banco").path("cpf").asText());
    assertThat(visitor.text("#nome")).isEqualTo(guide.persona("prata-banco").path("nome").asText());
  }

  @Test
  void says_so_and_offers_another_try_when_gov_br_does_not_answer() {
    control.put("/comportamentos/conexao-reiniciada", Map.of("endpoint", "token"));
    visitor.open(guide.service() + "/area/").signInAs("prata-banco");
    assertNotSignedIn();
    control.delete("/comportamentos");

    visitor.open(visitor.page().selectFirst("a.govbr").absUrl("href"));

    assertThat(visitor.text("h1")).isEqualTo("Sua área");
  }

  @Test
  void says_so_when_the_person_gives_up() {
    visitor.open(guide.service() + "/area/").press("#cancel");

    assertNotSignedIn();
  }

  @Test
  void sends_nobody_from_the_way_out_to_another_site() {
    visitor.open(guide.service() + "/volta?logout=https://outro.exemplo.gov.br/");

    assertNotSignedIn();
  }

  @Test
  void writes_no_cpf_token_or_code_to_its_logs() throws IOException {
    apache.emptyLogs();

    visitor.open(guide.service() + "/area/").signInAs("bronze-senha");
    visitor.open(guide.service() + "/area/ouro/");
    visitor.open(guide.service() + "/volta?code=inventado&state=inventado");
    visitor.open(guide.service() + "/sair");

    String logs = apache.logs();
    assertThat(logs).contains("GET /volta\" 302").contains("GET /area/ouro/\" 403");
    for (JsonNode persona : control.read("/personas")) {
      assertThat(logs).doesNotContain(persona.path("cpf").asText());
    }
    assertThat(logs).doesNotContain("eyJ").doesNotContain("code=").doesNotContain("state=");
  }

  private void assertNotSignedIn() {
    assertThat(visitor.address()).isEqualTo(guide.service() + "/volta");
    assertThat(visitor.text("h1")).isEqualTo("Você não entrou");
  }
}
