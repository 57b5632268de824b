package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.ALSO_DEMANDING;
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
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
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

/** All without a line of script: what is sent here is what the page's forms send. */
@DisplayName("The company for which a person acts")
class CompanyChoiceIT {

  private static final GovBr GOV_BR = RunningSystem.get().govBr();
  private static CompanyRealm companies;

  @BeforeAll
  static void createRealm() {
    companies = CompanyRealm.create("empresas");
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
  @DisplayName("is chosen from a list, and goes at once into the claims of that application alone")
  void isChosenForOneApplication() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(login.page().body()).contains("Suas empresas no gov.br");
    List<String> offered = offered(login.page());
    assertThat(offered).hasSize(3);

    JsonNode tokens = login.send(choosing(offered.get(1))).tokens();

    JsonNode claims = Jwt.claims(tokens.path("id_token").asText());
    assertThat(claims.path("cnpj").asText()).isEqualTo(offered.get(1));
    assertThat(claims.path("govbr").path("empresa").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("cnpj", "razao_social", "atuacao", "origem");
    assertThat(claims.at("/govbr/empresa/origem").asText()).isEqualTo("escolhida");
    JsonNode renewed = Jwt.claims(login.refreshed(tokens).path("access_token").asText());
    assertThat(renewed.path("cnpj").asText()).as("after a refresh").isEqualTo(offered.get(1));
    JsonNode other = login.of(OwnRealm.APPLICATION).inSession().as("contador").claims();
    assertThat(other.has("cnpj")).as("another application of the session").isFalse();
    assertThat(login.of(DEMANDING).inSession().as("contador").claims().path("cnpj").asText())
        .as("the same application again, without a page")
        .isEqualTo(offered.get(1));
  }

  @Test
  @DisplayName("has no role where the person is a collaborator")
  void aCollaboratorHasNoRole() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");

    List<Boolean> roles =
        offered(login.page()).stream()
            .map(
                cnpj ->
                    companies
                        .login()
                        .of(DEMANDING)
                        .as("contador")
                        .send(choosing(cnpj))
                        .claims()
                        .at("/govbr/empresa")
                        .has("atuacao"))
            .toList();

    assertThat(roles).containsExactlyInAnyOrder(true, true, false);
  }

  @Test
  @DisplayName("is chosen by itself where there is only one, which costs two calls")
  void theOnlyOneIsChosenByItself() {
    GOV_BR.forgetCalls();

    JsonNode claims = companies.login().of(DEMANDING).as("uma-empresa").claims();

    assertThat(claims.at("/govbr/empresa/atuacao").asText()).isEqualTo("SOCIO");
    assertThat(claims.at("/govbr/empresa/origem").asText()).isEqualTo("escolhida");
    assertThat(calls())
        .containsExactly(
            "/authorize",
            "/empresas/v2/empresas",
            "/empresas/v2/empresas/{cnpj}/participantes/{cpf}");
  }

  @Test
  @DisplayName("is that of the certificate where one was used: nobody is asked")
  void theCertificatesCompanyCounts() {
    JsonNode claims = companies.login().of(DEMANDING).as("empresa-certificado").claims();

    assertThat(claims.at("/govbr/empresa/origem").asText()).isEqualTo("certificado");
  }

  @Test
  @DisplayName("is explained to whoever has none, who goes back to the application")
  void whoeverHasNoneGoesBack() {
    PlainLogin login = companies.login().of(DEMANDING).as("cin");
    assertThat(state(login.page())).isEqualTo("nenhuma");
    assertThat(login.page().body()).contains("e-CNPJ", "colaborador").doesNotContain("sem-empresa");
    assertThat(state(login.send(Map.of("acao", "de-novo")).page())).isEqualTo("nenhuma");
    assertThat(state(login.send(Map.of("acao", "sem-empresa")).page()))
        .as("a forged answer")
        .isEqualTo("nenhuma");

    login.send(Map.of("acao", "desistir"));

    assertThat(login.told("error")).contains("access_denied");
    assertThat(
            login
                .of(OwnRealm.APPLICATION)
                .inSession()
                .with("prompt", "none")
                .as("cin")
                .told("error"))
        .as("nobody was signed in")
        .contains("login_required");
  }

  @Test
  @DisplayName("may be left out where the application only asks, and it does not ask twice")
  void mayBeLeftOut() {
    PlainLogin login = companies.login().of(ASKING).as("contador");
    assertThat(state(login.page())).isEqualTo("lista");

    JsonNode claims = login.send(Map.of("acao", "sem-empresa")).claims();

    assertThat(claims.has("cnpj")).isFalse();
    assertThat(login.inSession().as("contador").isReached()).isTrue();
    assertThat(state(companies.login().of(ASKING).as("uma-empresa").page()))
        .as("whoever has one only is asked too: they may act for themselves")
        .isEqualTo("lista");
  }

  @Test
  @DisplayName("is found among two thousand, by name or number, page by page")
  void isFoundAmongTwoThousand() {
    PlainLogin login = companies.login().of(DEMANDING).as("duas-mil-empresas");
    assertThat(offered(login.page())).hasSize(20);
    assertThat(login.page().body()).contains("2.000", "Página 1 de 100");

    List<String> second = offered(login.send(Map.of("busca", "", "pagina", "2")).page());
    assertThat(second).hasSize(20);
    List<String> florists =
        offered(
            login.send(Map.of("acao", "mostrar", "busca", "FLORICULTURA boa esperanca")).page());
    assertThat(florists).hasSizeBetween(1, 20).doesNotContainAnyElementsOf(second);
    String alphanumeric =
        offered(login.send(Map.of("acao", "mostrar", "busca", "fc")).page()).get(3);
    String written =
        alphanumeric.replaceAll("(..)(...)(...)(....)(..)", "$1.$2.$3/$4-$5").toLowerCase();
    assertThat(offered(login.send(Map.of("acao", "mostrar", "busca", written)).page()))
        .containsExactly(alphanumeric);

    JsonNode tokens = login.send(choosing(alphanumeric)).tokens();

    assertThat(Jwt.claims(tokens.path("id_token").asText()).path("cnpj").asText())
        .isEqualTo(alphanumeric);
    assertThat(tokens.path("access_token").asText()).hasSizeLessThan(2_048);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "${7*7}", "' OR 1=1 --", "%00", "\u202e\u0000"})
  @DisplayName("is looked for with whatever a person writes")
  void isLookedForWithAnything(String hostile) {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");

    Page page = login.send(Map.of("acao", "mostrar", "busca", hostile, "pagina", "-1")).page();

    assertThat(page.status()).isEqualTo(200);
    assertThat(offered(page)).isEmpty();
    assertThat(page.body()).doesNotContain("<script>alert").contains("Nenhuma das suas empresas");
  }

  @ParameterizedTest
  @CsvSource({"12ABC34501DE35", "11222333000181", "''", "x", "12.ABC.345/01DE-35"})
  @DisplayName("is one of the person's own: no other is taken")
  void isOneOfTheirOwn(String forged) {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");

    Page page = login.send(choosing(forged)).page();

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("GOVBR-523");
    assertThat(offered(page)).hasSize(3);
    assertThat(login.isReached()).isFalse();
  }

  @Test
  @DisplayName("is remembered for the next time, for this person and this application only")
  void isRemembered() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    String chosen = offered(login.page()).get(2);
    login.send(choosing(chosen)).tokens();
    companies.behaveNormally();

    assertThat(offered(login.as("contador").page())).startsWith(chosen);
    assertThat(login.page().body()).contains("checked", "escolhida da última vez");
    assertThat(login.of(ALSO_DEMANDING).as("contador").page().body()).doesNotContain("checked");
    GOV_BR.forgetEverybody();
    assertThat(login.of(DEMANDING).as("duas-mil-empresas").page().body()).doesNotContain("checked");
  }

  @Test
  @DisplayName("is changed when the application asks for it, or not when the person cancels")
  void isChangedOnDemand() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    List<String> offered = offered(login.page());
    login.send(choosing(offered.get(0))).tokens();

    login.inSession().with("kc_action", STEP).as("contador");
    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(login.page().body()).contains("cancel-aia").doesNotContain("desistir");
    login.send(Map.of("cancel-aia", "true"));

    assertThat(login.told("kc_action_status")).contains("cancelled");
    assertThat(login.claims().path("cnpj").asText()).isEqualTo(offered.get(0));

    login.inSession().with("kc_action", STEP).as("contador").send(choosing(offered.get(1)));

    assertThat(login.told("kc_action_status")).contains("success");
    assertThat(login.claims().path("cnpj").asText()).isEqualTo(offered.get(1));
  }

  @Test
  @DisplayName("can be chosen in an application that demands nothing, and given up again")
  void isGivenUpAgain() {
    PlainLogin login = companies.login().with("kc_action", STEP).as("contador");
    String chosen = offered(login.page()).get(0);
    assertThat(login.send(choosing(chosen)).claims().path("cnpj").asText()).isEqualTo(chosen);

    login.inSession().with("kc_action", STEP).as("contador");
    login.send(Map.of("acao", "sem-empresa"));

    assertThat(login.claims().has("cnpj")).isFalse();
  }

  @Test
  @DisplayName("holds after a new login in the same session, without a page")
  void holdsAfterANewLogin() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    String chosen = offered(login.page()).get(2);
    login.send(choosing(chosen)).tokens();

    assertThat(login.as("contador").claims().path("cnpj").asText()).isEqualTo(chosen);
  }
}
