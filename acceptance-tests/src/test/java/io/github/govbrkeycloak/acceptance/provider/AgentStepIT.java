package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CompleteSystem
@DisplayName("The step in which somebody begins to act for another person")
class AgentStepIT {

  private static final String REALM = "procuradores";
  private static final String PROVIDER = "procuracao";
  private static final String STEP = "govbr-procuracao";
  private static final String AGENT = "procurador";
  private static final String GRANTOR = "representado";

  /** The service for which the simulator's fictional people gave powers of attorney. */
  private static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  /** How long gov.br takes for an answer during which something else is done. */
  private static final Duration SLOWNESS = Duration.ofSeconds(4);

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  private static OwnRealm realm;
  private static PasswordCredential credential;

  private PlainLogin login;
  private JsonNode claims;

  @BeforeAll
  static void createRealm() {
    realm = OwnRealm.create(SYSTEM, REALM, Map.of());
    credential = PasswordCredential.of(SYSTEM, realm, REALM, PROVIDER);
    realm.addProvider(PROVIDER, CLIENT_WITH_POWERS, credential.settings());
  }

  @AfterAll
  static void deleteRealm() {
    credential.close();
    realm.close();
  }

  @BeforeEach
  void signIn() {
    GOV_BR.forgetEverybody();
    for (JsonNode account : realm.admin().get("/users?max=10")) {
      realm.admin().delete("/users/" + account.path("id").asText());
    }
    login = PlainLogin.into(SYSTEM, realm).through(PROVIDER).as(AGENT);
    claims = login.claims();
    assertThat(claims.path("govbr").has(GRANTOR)).as("an ordinary login").isFalse();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    realm.set("fatosGuardados", "");
  }

  private StepVisit visit() {
    return StepVisit.after(realm, login);
  }

  private StepVisit actFor(String grantor) {
    login.onBehalfOf(grantor);
    return visit().start(STEP).goOn().signInAtGovBrAs(AGENT);
  }

  private JsonNode now() {
    return visit().start("no-such-step").govBr();
  }

  private static String represented(JsonNode govBr) {
    return govBr.path(GRANTOR).path("cpf").asText();
  }

  private static String cpf(String persona) {
    return GOV_BR.persona(persona).cpf();
  }

  private JsonNode idToken(StepVisit visit) {
    return Jwt.claims(visit.tokens().path("id_token").asText());
  }

  @Test
  void tells_the_application_at_once_whom_the_person_represents() {
    StepVisit visit = actFor(GRANTOR);

    assertThat(visit.status()).isEqualTo("success");
    JsonNode told = idToken(visit);
    assertThat(represented(told.path("govbr"))).isEqualTo(cpf(GRANTOR));
    assertThat(told.path("sub")).as("the account").isEqualTo(claims.path("sub"));
    assertThat(told.path("cpf").asText()).isEqualTo(cpf(AGENT));
    assertThat(represented(now())).as("in the session").isEqualTo(cpf(GRANTOR));
  }

  @Test
  void gives_the_agent_nothing_of_the_represented_person_but_the_number() {
    String agent = "contador";
    String grantor = "ouro-otp";
    assertThat(GOV_BR.persona(grantor).nivel()).as("or this proves nothing").isEqualTo("ouro");
    GOV_BR.forgetEverybody();
    login = PlainLogin.into(SYSTEM, realm).through(PROVIDER).as(agent);
    claims = login.claims();
    assertThat(claims.path("acr").asText()).isEqualTo("prata");

    login.onBehalfOf(grantor);
    JsonNode told = idToken(visit().start(STEP).goOn().signInAtGovBrAs(agent));

    assertThat(represented(told.path("govbr"))).isEqualTo(cpf(grantor));

    assertThat(told.path("acr")).isEqualTo(claims.path("acr"));
    assertThat(told.path("govbr_selos")).isEqualTo(claims.path("govbr_selos"));
    assertThat(told.path("name")).isEqualTo(claims.path("name"));
    assertThat(told.path("email")).isEqualTo(claims.path("email"));
  }

  @Test
  void makes_and_opens_no_account_of_the_represented_person() {
    actFor(GRANTOR);
    JsonNode accounts = realm.admin().get("/users?max=10");

    assertThat(accounts).hasSize(1);
    String id = accounts.path(0).path("id").asText();
    assertThat(id).isEqualTo(claims.path("sub").asText());
    JsonNode links = realm.admin().get("/users/" + id + "/federated-identity");
    assertThat(links).hasSize(1);
    assertThat(links.path(0).path("userId").asText().equals(cpf(AGENT)))
        .as("linked to the agent")
        .isTrue();
  }

  @Test
  void is_left_at_once() {
    actFor(GRANTOR);

    StepVisit left = visit().start(STEP + ":sair");

    assertThat(left.status()).isEqualTo("success");
    JsonNode told = idToken(left);
    assertThat(told.path("govbr").has(GRANTOR)).isFalse();
    assertThat(told.path("acr")).isEqualTo(claims.path("acr"));
    assertThat(now().has(GRANTOR)).isFalse();
  }

  @Test
  void stays_left_when_a_password_is_confirmed_in_another_tab_meanwhile() {
    actFor(GRANTOR);
    String password = GOV_BR.persona(AGENT).senha();
    String wayBack = visit().start(PasswordScene.STEP).goOn().wayBackWith(password);
    double before = passwordsReturned();
    GOV_BR.behave(
        "atraso",
        Map.of("endpoint", "revalidacao-token", "parametros", Map.of("ms", SLOWNESS.toMillis())));
    CompletableFuture<HttpBrowser.Page> confirmed = login.browser().begin(wayBack);
    await().until(() -> passwordsReturned() > before);

    assertThat(visit().start(STEP + ":sair").status()).isEqualTo("success");
    confirmed.join();

    JsonNode told = now();
    assertThat(told.has(GRANTOR)).isFalse();
    assertThat(told.has(PasswordScene.CLAIM)).as("confirmed").isTrue();
  }

  private static double passwordsReturned() {
    return SYSTEM
        .metrics()
        .sum("govbr_etapa_total", "realm=" + REALM, "etapa=govbr-senha", "fase=voltou");
  }

  @Test
  void is_left_also_by_whoever_represents_nobody() {
    assertThat(visit().start(STEP + ":sair").status()).isEqualTo("success");
  }

  @Test
  void takes_what_gov_br_says_now_also_when_that_is_nobody() {
    JsonNode tokens = actFor(GRANTOR).tokens();
    assertThat(represented(claims(tokens).path("govbr"))).isEqualTo(cpf(GRANTOR));
    PlainLogin own = login.inOwnName();

    StepVisit visit = StepVisit.after(realm, own).start(STEP).goOn().signInAtGovBrAs(AGENT);

    assertThat(visit.refusal()).isEqualTo("GOVBR-617");
    assertThat(claims(login.refreshed(tokens)).path("govbr").has(GRANTOR))
        .as("at once, whatever the person does next")
        .isFalse();
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
    assertThat(visit.govBr().has(GRANTOR)).isFalse();
  }

  private static JsonNode claims(JsonNode tokens) {
    return Jwt.claims(tokens.path("id_token").asText());
  }

  @Test
  void explains_that_nobody_gave_the_person_a_power() {
    GOV_BR.forgetEverybody();
    PlainLogin other = PlainLogin.into(SYSTEM, realm).through(PROVIDER).as("ouro-otp");
    StepVisit visit = StepVisit.after(realm, other).start(STEP).goOn().signInAtGovBrAs("ouro-otp");

    assertThat(visit.refusal()).isEqualTo("GOVBR-617");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void does_not_let_somebody_else_in_nor_makes_them_an_account() {
    StepVisit visit = visit().start(STEP);
    GOV_BR.forgetEverybody();
    visit.goOn().signInAtGovBrAs(GRANTOR);

    assertThat(visit.refusal()).isEqualTo("GOVBR-616");
    assertThat(realm.admin().get("/users?max=10")).hasSize(1);
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
    assertThat(idToken(visit).path("sub")).isEqualTo(claims.path("sub"));
  }

  @Test
  void comes_back_to_its_page_when_it_is_cancelled_at_gov_br() {
    StepVisit visit = visit().start(STEP);
    GOV_BR.forgetEverybody();
    visit.goOn().cancelAtGovBr();
    assertThat(visit.refusal()).isEqualTo("GOVBR-201");

    login.onBehalfOf(GRANTOR);
    assertThat(visit.goOn().signInAtGovBrAs(AGENT).status()).isEqualTo("success");
    assertThat(represented(visit.govBr())).isEqualTo(cpf(GRANTOR));
  }

  @Test
  void tells_the_application_when_the_person_does_not_want_to() {
    assertThat(visit().start(STEP).giveUp().status()).isEqualTo("cancelled");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "conexao-reiniciada, GOVBR-301",
    "fora-do-ar, GOVBR-304",
    "corpo-nao-json, GOVBR-305"
  })
  void ends_in_one_sentence_and_a_way_on_when_gov_br_fails(String behaviour, String code) {
    StepVisit visit = visit().start(STEP);
    GOV_BR.behave(behaviour, Map.of("endpoint", "token"));
    visit.goOn().signInAtGovBrAs(AGENT);
    assertThat(visit.isStepPage()).isTrue();
    assertThat(visit.refusal()).isEqualTo(code);

    GOV_BR.behaveNormally();
    login.onBehalfOf(GRANTOR);
    assertThat(visit.goOn().signInAtGovBrAs(AGENT).status()).isEqualTo("success");
  }

  @Test
  void believes_no_agent_token_that_gov_br_did_not_sign() {
    GOV_BR.behave("assinatura-errada", Map.of("parametros", Map.of("token", "access_token")));
    assertThat(actFor(GRANTOR).refusal()).isEqualTo("GOVBR-617");
    assertThat(now().has(GRANTOR)).isFalse();
  }

  @Test
  void believes_no_agent_token_of_another_person() {
    GOV_BR.behave(
        "claims-do-access-token-trocados",
        Map.of("parametros", Map.of("dados", Map.of("sub", cpf("ouro-otp")))));
    assertThat(actFor(GRANTOR).refusal()).isEqualTo("GOVBR-409");
    assertThat(realm.admin().get("/users?max=10")).hasSize(1);
  }

  @Test
  void asks_for_the_scopes_of_powers_only_in_this_step() {
    GOV_BR.forgetCalls();
    actFor(GRANTOR);
    assertThat(scopesAsked()).anyMatch(scope -> scope.contains("poav2_"));

    GOV_BR.forgetEverybody();
    GOV_BR.forgetCalls();
    PlainLogin.into(SYSTEM, realm).through(PROVIDER).as(AGENT);
    assertThat(scopesAsked()).noneMatch(scope -> scope.contains("poav2_"));
  }

  private static TreeSet<String> scopesAsked() {
    TreeSet<String> scopes = new TreeSet<>();
    for (JsonNode call : GOV_BR.calls()) {
      if (call.path("caminho").asText().startsWith("/authorize")) {
        scopes.add(call.toString());
      }
    }
    assertThat(scopes).isNotEmpty();
    return scopes;
  }

  @Test
  void cannot_be_done_where_the_session_would_not_keep_it() {
    realm.set("fatosGuardados", "nivel##cpf");
    PlainLogin plain = PlainLogin.into(SYSTEM, realm).as(AGENT);
    StepVisit visit = StepVisit.after(realm, plain).start(STEP);
    assertThat(visit.refusal()).isEqualTo("GOVBR-615");
    assertThat(visit.giveUp().status()).isEqualTo("cancelled");
  }

  @Test
  void knows_the_person_by_the_account_s_link_where_the_session_keeps_no_cpf() {
    realm.set("fatosGuardados", "nivel##representado");
    GOV_BR.forgetEverybody();
    PlainLogin plain = PlainLogin.into(SYSTEM, realm).as(AGENT);
    StepVisit visit = StepVisit.after(realm, plain).start(STEP);
    GOV_BR.forgetEverybody();
    assertThat(visit.goOn().signInAtGovBrAs(GRANTOR).refusal()).isEqualTo("GOVBR-616");
    GOV_BR.forgetEverybody();
    assertThat(visit.goOn().signInAtGovBrAs(AGENT).refusal())
        .as("the person, whom nobody empowered for this service")
        .isEqualTo("GOVBR-617");
  }
}
