package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
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

  private static final String SCOPES =
      "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken govbr_empresa";
  private static final String DEMANDING = "exigente";
  private static final String ALSO_DEMANDING = "exigente-tambem";
  private static final String ASKING = "curiosa";
  private static final String STEP = "govbr-empresa";
  private static final Pattern OFFERED =
      Pattern.compile("name=\"cnpj\" id=\"[^\"]+\" value=\"([^\"]+)\"");

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static DemandingRealm demands;
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    demands = DemandingRealm.create(SYSTEM, "empresas", Map.of("defaultScope", SCOPES));
    realm = demands.realm();
    demands.profile("exige-empresa", Map.of("empresa", "obrigatória"));
    demands.profile("pergunta-empresa", Map.of("empresa", "opcional"));
    demands.application(DEMANDING, "exige-empresa");
    demands.application(ALSO_DEMANDING, "exige-empresa");
    demands.application(ASKING, "pergunta-empresa");
    demands.person("servidora", "senha-da-servidora");
  }

  @BeforeEach
  void forgetEverybody() {
    GOV_BR.forgetEverybody();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    realm.set(Map.of("guardarToken", "", "defaultScope", SCOPES, "fatosGuardados", ""));
    for (JsonNode user : realm.admin().get("/users")) {
      realm.admin().post("/users/" + user.path("id").asText() + "/logout", Map.of());
    }
  }

  @AfterAll
  static void deleteRealm() {
    demands.close();
  }

  private static PlainLogin login() {
    return PlainLogin.into(SYSTEM, realm);
  }

  private static List<String> offered(Page page) {
    return OFFERED.matcher(page.body()).results().map(match -> match.group(1)).toList();
  }

  private static String state(Page page) {
    return Pattern.compile("data-estado=\"([a-z]+)\"")
        .matcher(page.body())
        .results()
        .map((MatchResult match) -> match.group(1))
        .findFirst()
        .orElse("not the page: " + page.url().replaceAll("[?].*", "") + " " + page.status());
  }

  private static Map<String, String> choosing(String cnpj) {
    return Map.of("acao", "escolher", "cnpj", cnpj);
  }

  private static List<String> calls() {
    return StreamSupport.stream(GOV_BR.calls().spliterator(), false)
        .map(call -> call.path("caminho").asText())
        .filter(path -> path.startsWith("/empresas") || path.equals("/authorize"))
        .toList();
  }

  @Test
  @DisplayName("is chosen from a list, and goes at once into the claims of that application alone")
  void isChosenForOneApplication() {
    PlainLogin login = login().of(DEMANDING).as("contador");
    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(login.page().body()).contains("Suas empresas no gov.br");
    List<String> offered = offered(login.page());
    assertThat(offered).hasSize(3);

    JsonNode tokens = login.send(choosing(offered.get(1))).tokens();

    JsonNode claims = TestApplication.claims(tokens.path("id_token").asText());
    assertThat(claims.path("cnpj").asText()).isEqualTo(offered.get(1));
    assertThat(claims.path("govbr").path("empresa").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("cnpj", "razao_social", "atuacao", "origem");
    assertThat(claims.at("/govbr/empresa/origem").asText()).isEqualTo("escolhida");
    JsonNode renewed =
        TestApplication.claims(login.refreshed(tokens).path("access_token").asText());
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
    PlainLogin login = login().of(DEMANDING).as("contador");

    List<Boolean> roles =
        offered(login.page()).stream()
            .map(
                cnpj ->
                    login()
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

    JsonNode claims = login().of(DEMANDING).as("uma-empresa").claims();

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
    JsonNode claims = login().of(DEMANDING).as("empresa-certificado").claims();

    assertThat(claims.at("/govbr/empresa/origem").asText()).isEqualTo("certificado");
  }

  @Test
  @DisplayName("is explained to whoever has none, who goes back to the application")
  void whoeverHasNoneGoesBack() {
    PlainLogin login = login().of(DEMANDING).as("cin");
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
    PlainLogin login = login().of(ASKING).as("contador");
    assertThat(state(login.page())).isEqualTo("lista");

    JsonNode claims = login.send(Map.of("acao", "sem-empresa")).claims();

    assertThat(claims.has("cnpj")).isFalse();
    assertThat(login.inSession().as("contador").isReached()).isTrue();
    assertThat(state(login().of(ASKING).as("uma-empresa").page()))
        .as("whoever has one only is asked too: they may act for themselves")
        .isEqualTo("lista");
  }

  @Test
  @DisplayName("is found among two thousand, by name or number, page by page")
  void isFoundAmongTwoThousand() {
    PlainLogin login = login().of(DEMANDING).as("duas-mil-empresas");
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

    assertThat(TestApplication.claims(tokens.path("id_token").asText()).path("cnpj").asText())
        .isEqualTo(alphanumeric);
    assertThat(tokens.path("access_token").asText()).hasSizeLessThan(2_048);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "${7*7}", "' OR 1=1 --", "%00", "\u202e\u0000"})
  @DisplayName("is looked for with whatever a person writes")
  void isLookedForWithAnything(String hostile) {
    PlainLogin login = login().of(DEMANDING).as("contador");

    Page page = login.send(Map.of("acao", "mostrar", "busca", hostile, "pagina", "-1")).page();

    assertThat(page.status()).isEqualTo(200);
    assertThat(offered(page)).isEmpty();
    assertThat(page.body()).doesNotContain("<script>alert").contains("Nenhuma das suas empresas");
  }

  @ParameterizedTest
  @CsvSource({"12ABC34501DE35", "11222333000181", "''", "x", "12.ABC.345/01DE-35"})
  @DisplayName("is one of the person's own: no other is taken")
  void isOneOfTheirOwn(String forged) {
    PlainLogin login = login().of(DEMANDING).as("contador");

    Page page = login.send(choosing(forged)).page();

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("GOVBR-523");
    assertThat(offered(page)).hasSize(3);
    assertThat(login.isReached()).isFalse();
  }

  @Test
  @DisplayName("is remembered for the next time, for this person and this application only")
  void isRemembered() {
    PlainLogin login = login().of(DEMANDING).as("contador");
    String chosen = offered(login.page()).get(2);
    login.send(choosing(chosen)).tokens();
    behaveNormally();

    assertThat(offered(login.as("contador").page())).startsWith(chosen);
    assertThat(login.page().body()).contains("checked", "escolhida da última vez");
    assertThat(login.of(ALSO_DEMANDING).as("contador").page().body()).doesNotContain("checked");
    GOV_BR.forgetEverybody();
    assertThat(login.of(DEMANDING).as("duas-mil-empresas").page().body()).doesNotContain("checked");
  }

  @Test
  @DisplayName("is changed when the application asks for it, or not when the person cancels")
  void isChangedOnDemand() {
    PlainLogin login = login().of(DEMANDING).as("contador");
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
    PlainLogin login = login().with("kc_action", STEP).as("contador");
    String chosen = offered(login.page()).get(0);
    assertThat(login.send(choosing(chosen)).claims().path("cnpj").asText()).isEqualTo(chosen);

    login.inSession().with("kc_action", STEP).as("contador");
    login.send(Map.of("acao", "sem-empresa"));

    assertThat(login.claims().has("cnpj")).isFalse();
  }

  @Test
  @DisplayName("is asked for in a session that is there already, after a look at gov.br")
  void isAskedForInASession() {
    PlainLogin login = login().as("contador");
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
    realm.set("guardarToken", "true");
    PlainLogin login = login().as("contador");
    login.tokens();
    GOV_BR.forgetCalls();

    login.of(DEMANDING).inSession().as("contador");

    assertThat(state(login.page())).isEqualTo("lista");
    assertThat(calls()).containsExactly("/empresas/v2/empresas");
  }

  @Test
  @DisplayName("holds after a new login in the same session, without a page")
  void holdsAfterANewLogin() {
    PlainLogin login = login().of(DEMANDING).as("contador");
    String chosen = offered(login.page()).get(2);
    login.send(choosing(chosen)).tokens();

    assertThat(login.as("contador").claims().path("cnpj").asText()).isEqualTo(chosen);
  }

  @Test
  @DisplayName("cannot be asked for when gov.br is down: the person tries again")
  void govBrIsDown() {
    GOV_BR.behave("fora-do-ar", Map.of("endpoint", "empresas", "cliente", realm.govBrClient()));
    PlainLogin login = login().of(DEMANDING).as("contador");
    assertThat(state(login.page())).isEqualTo("falha");
    assertThat(login.page().status()).isEqualTo(502);
    assertThat(login.page().body()).contains("GOVBR-522").doesNotContain("sem-empresa");

    GOV_BR.behaveNormally();
    login.send(Map.of("acao", "de-novo"));

    assertThat(state(login.page())).isEqualTo("lista");
  }

  @Test
  @DisplayName("may be left out when gov.br is down where the application only asks")
  void govBrIsDownAndItIsOptional() {
    GOV_BR.behave("fora-do-ar", Map.of("endpoint", "empresas", "cliente", realm.govBrClient()));

    PlainLogin login = login().of(ASKING).as("contador").send(Map.of("acao", "sem-empresa"));

    assertThat(login.claims().has("cnpj")).isFalse();
  }

  @Test
  @DisplayName("lacks the role when gov.br does not tell it, and nothing else")
  void theRoleIsAnExtra() {
    GOV_BR.behave(
        "fora-do-ar", Map.of("endpoint", "participantes", "cliente", realm.govBrClient()));

    JsonNode claims = login().of(DEMANDING).as("uma-empresa").claims();

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
    realm.set(setting, value);

    PlainLogin login = login().of(DEMANDING).as("contador");

    assertThat(login.isReached()).isFalse();
    assertThat(login.page().body()).contains("GOVBR-615");
  }

  @Test
  @DisplayName("is not known of whoever did not come from gov.br")
  void isUnknownOfOthers() {
    PlainLogin login = login().of(DEMANDING).withPassword("servidora", "senha-da-servidora");
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-586");

    login.of(OwnRealm.APPLICATION).with("kc_action", STEP);
    login.withPassword("servidora", "senha-da-servidora");
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-611");

    login.send(Map.of("cancel-aia", "true"));
    assertThat(login.told("kc_action_status")).contains("cancelled");
  }

  @Test
  @DisplayName("is not chosen by another person who signs in at gov.br meanwhile")
  void anotherPersonComesBack() {
    PlainLogin login = login().as("contador");
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
    PlainLogin login = login().as("contador");
    login.tokens();

    login.of(DEMANDING).with("prompt", "none").as("contador");

    assertThat(login.told("error")).contains("interaction_required");
  }

  @Test
  @DisplayName("leaves counts of how far people came, and nothing of theirs in the events")
  void isCounted() {
    PlainLogin login = login().of(DEMANDING).as("contador");
    String chosen = offered(login.page()).get(0);
    login.send(choosing(chosen)).tokens();

    JsonNode events = realm.admin().get("/events?max=200");

    assertThat(events.findValuesAsText("etapa_fase")).contains("pedida", "alcancada");
    assertThat(events.toString()).doesNotContain(chosen);
  }
}
