package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.ASKING;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.DEMANDING;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.STEP;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.calls;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.choosing;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.offered;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the step needs gov.br for, and how it ends when gov.br does not help. */
@DisplayName("The list of a person's companies")
class CompanyListIT {

  private static final String LIST = "/empresas/v2/empresas";

  private static final GovBr GOV_BR = RunningSystem.get().govBr();
  private static CompanyRealm companies;

  @BeforeAll
  static void createRealm() {
    companies = CompanyRealm.create("lista-empresas");
  }

  @BeforeEach
  void forgetEverybody() {
    GOV_BR.forgetEverybody();
  }

  @AfterEach
  void behaveNormally() {
    companies.behaveNormally();
  }

  @AfterAll
  static void deleteRealm() {
    companies.close();
  }

  @Test
  @DisplayName("is asked for in a session that is there already, after a look at gov.br")
  void isAskedForInASession() {
    PlainLogin login = companies.login().as("contador");
    login.tokens();
    GOV_BR.forgetCalls();

    login.of(DEMANDING).inSession().as("contador");

    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(calls()).containsExactly("/authorize", "/empresas/v2/empresas");
    String chosen = offered(login.page()).get(0);
    assertThat(login.send(choosing(chosen)).claims().path("cnpj").asText()).isEqualTo(chosen);
  }

  @Test
  @DisplayName("is asked for without a look at gov.br's login where its token is kept")
  void isAskedForWithTheKeptToken() {
    companies.realm().set("guardarToken", "true");
    PlainLogin login = companies.login().as("contador");
    login.tokens();
    GOV_BR.forgetCalls();

    login.of(DEMANDING).inSession().as("contador");

    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(calls()).containsExactly("/empresas/v2/empresas");
  }

  @Test
  @DisplayName("is asked for with a new token where gov.br refuses the kept one")
  void theKeptTokenIsRefused() {
    companies.realm().set("guardarToken", "true");
    PlainLogin login = companies.login().as("contador");
    login.tokens();
    GOV_BR.behave("status", refusing(Map.of("vezes", 1)));
    GOV_BR.forgetCalls();

    login.of(DEMANDING).inSession().as("contador");

    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(calls()).containsExactly(LIST, "/authorize", LIST);
    String chosen = offered(login.page()).get(0);
    assertThat(login.send(choosing(chosen)).claims().path("cnpj").asText()).isEqualTo(chosen);
  }

  @Test
  @DisplayName("leads to gov.br once, not in a loop, where gov.br refuses the new token too")
  void everyTokenIsRefused() {
    PlainLogin login = companies.login().as("contador");
    login.tokens();
    GOV_BR.behave("status", refusing(Map.of()));
    GOV_BR.forgetCalls();

    login.of(DEMANDING).inSession().as("contador");

    assertThat(state(login.page())).isEqualTo("entrar");
    assertThat(calls()).containsOnlyOnce("/authorize");

    GOV_BR.behaveNormally();
    login.send(Map.of("acao", "entrar"));

    assertThat(state(login.page())).as("when gov.br takes it again").isEqualTo("lista");
  }

  private static Map<String, Object> refusing(Map<String, ?> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("endpoint", "empresas");
    settings.put("cliente", companies.realm().govBrClient());
    settings.put("parametros", Map.of("status", 401));
    return settings;
  }

  @Test
  @DisplayName("cannot be asked for when gov.br is down: the person tries again")
  void govBrIsDown() {
    GOV_BR.behave(
        "fora-do-ar", Map.of("endpoint", "empresas", "cliente", companies.realm().govBrClient()));
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    assertThat(state(login.page())).isEqualTo("falha");
    assertThat(login.page().status()).isEqualTo(502);
    assertThat(login.page().body()).contains("GOVBR-522").doesNotContain("sem-empresa");
    assertThat(
            companies
                .realm()
                .admin()
                .get("/events?type=CUSTOM_REQUIRED_ACTION&max=1")
                .findValuesAsText("etapa_fase"))
        .as("counted among those who were asked")
        .containsExactly("pedida");

    GOV_BR.behaveNormally();
    login.send(Map.of("acao", "de-novo"));

    assertThat(state(login.page())).isEqualTo("lista");
  }

  @Test
  @DisplayName("may be left out when gov.br is down where the application only asks")
  void govBrIsDownAndItIsOptional() {
    GOV_BR.behave(
        "fora-do-ar", Map.of("endpoint", "empresas", "cliente", companies.realm().govBrClient()));

    PlainLogin login =
        companies.login().of(ASKING).as("contador").send(Map.of("acao", "sem-empresa"));

    assertThat(login.claims().has("cnpj")).isFalse();
  }

  @Test
  @DisplayName("lacks the role when gov.br does not tell it, and nothing else")
  void theRoleIsAnExtra() {
    GOV_BR.behave(
        "fora-do-ar",
        Map.of("endpoint", "participantes", "cliente", companies.realm().govBrClient()));

    JsonNode claims = companies.login().of(DEMANDING).as("uma-empresa").claims();

    assertThat(claims.at("/govbr/empresa").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("cnpj", "razao_social", "origem");
  }

  @ParameterizedTest
  @CsvSource({
    "defaultScope, openid email profile govbr_confiabilidades_idtoken",
    "fatosGuardados, nivel##cpf",
    "fatosGuardados, nivel##empresa"
  })
  @DisplayName("is never passed over where the provider cannot ask for it or keep it")
  void isNeverPassedOver(String setting, String value) {
    companies.realm().set(setting, value);

    PlainLogin login = companies.login().of(DEMANDING).as("contador");

    assertThat(login.isReached()).isFalse();
    assertThat(login.page().body())
        .contains("GOVBR-615", "\"desistir\"")
        .doesNotContain("\"de-novo\"");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("is nothing to choose from where the realm has not the step: the person is told so")
  void theRealmHasNotTheStep(boolean isThere) {
    PlainLogin login = companies.login();
    companies.withoutStep(isThere, () -> login.of(DEMANDING).as("contador"));

    assertThat(login.isReached()).isFalse();
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-615");
    assertThat(login.page().body()).doesNotContain("Escolha uma empresa").contains("govbr-sair");
  }

  @Test
  @DisplayName("is not known of whoever did not come from gov.br")
  void isUnknownOfOthers() {
    PlainLogin login =
        companies.login().of(DEMANDING).withPassword("servidora", "senha-da-servidora");
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-586");

    login.of(OwnRealm.APPLICATION).with("kc_action", STEP);
    login.withPassword("servidora", "senha-da-servidora");
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-611");

    assertThat(login.page().body())
        .as("buttons that would show the same page for ever")
        .doesNotContain("\"de-novo\"", "\"sem-empresa\"");

    login.send(Map.of("cancel-aia", "true"));
    assertThat(login.told("kc_action_status")).contains("cancelled");
  }

  @Test
  @DisplayName("may be left out, but is not asked for again, where its provider was switched off")
  void theProviderIsSwitchedOff() {
    PlainLogin login = companies.login().of(ASKING).as("contador");
    companies.withoutProvider(
        () -> {
          login.send(Map.of("acao", "de-novo"));
          assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-611");
          assertThat(login.page().body()).doesNotContain("\"de-novo\"").contains("\"sem-empresa\"");

          login.send(Map.of("acao", "sem-empresa"));
        });

    assertThat(login.claims().has("cnpj")).isFalse();
  }

  @Test
  @DisplayName("is not chosen by another person who signs in at gov.br meanwhile")
  void anotherPersonComesBack() {
    PlainLogin login = companies.login().as("contador");
    JsonNode tokens = login.tokens();
    GOV_BR.forgetEverybody();

    login.of(DEMANDING).inSession().as("duas-mil-empresas");

    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-592");
    assertThat(login.of(OwnRealm.APPLICATION).refreshed(tokens).has("access_token"))
        .as("the session goes on")
        .isTrue();
  }

  @Test
  @DisplayName("is not asked for when nobody may be asked")
  void passiveLoginsAreRefused() {
    PlainLogin login = companies.login().as("contador");
    login.tokens();

    login.of(DEMANDING).with("prompt", "none").as("contador");

    assertThat(login.told("error")).contains("interaction_required");
  }
}
