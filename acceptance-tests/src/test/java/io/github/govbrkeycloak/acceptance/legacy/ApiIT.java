package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.application.SecondApplication.LoginAttempt;
import io.github.govbrkeycloak.acceptance.application.Tokens;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("A REST service on the portal's WildFly, which takes only Keycloak's tokens,")
class ApiIT {

  private static final String PRATA_IS_ESSENTIAL =
      "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"prata\",\"ouro\"]}}}";

  private static ApiGuide guide;

  private final SecondApplication application = guide.application();
  private final String person = guide.api().address() + "/v1/cidadao";
  private final String order = guide.api().address() + "/v1/pedidos";
  private final ApiUser user = new ApiUser(guide);
  private final Visitor visitor = user.visitor();

  @BeforeAll
  static void followTheGuide() throws IOException {
    guide = ApiGuide.follow(RunningSystem.get());
  }

  @AfterAll
  static void takeItAway() throws IOException {
    if (guide != null) {
      guide.close();
    }
  }

  @AfterEach
  void forgetWhatTheTestChanged(GovBr govBr) {
    govBr.undoChanges();
    guide.demandNothing();
  }

  private static void assertTokenRefused(CalledApi answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).startsWith("Bearer");
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("type").asText()).isEqualTo("urn:orgao:token-recusado");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bronze-senha", "prata-banco", "empresa-certificado"})
  void reads_level_seals_and_company_as_keycloak_states_them(String id, GovBr govBr) {
    Persona persona = govBr.persona(id);

    CalledApi answer = CalledApi.get(person, user.tokenOf(id, ApiUser.FOR_THE_API));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("nivel").asText()).isEqualTo(persona.nivel());
    assertThat(answer.body().path("selos"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(persona.selos());
    assertThat(answer.body().path("cnpj").asText(null)).isEqualTo(persona.cnpj());
    assertThat(answer.body().path("conta").asText()).matches("[0-9a-f-]{36}");
  }

  @Test
  void answers_whoever_follows_the_guide_at_a_terminal() {
    JsonNode device = user.openTerminal();
    visitor.signInAs("prata-banco").press("[name=accept]");

    String token = user.tokensAtTerminal(device).path("access_token").asText();
    assertThat(CalledApi.post(order, token).status()).isEqualTo(201);
  }

  @Test
  void has_keycloak_give_its_tokens_to_nobody_below_prata_at_a_terminal() throws IOException {
    guide.demandPrata();

    JsonNode device = user.openTerminal();
    visitor.signInAs("bronze-senha");

    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
    assertThat(user.tokensAtTerminal(device).has("access_token")).isFalse();
  }

  @Test
  void has_keycloak_give_its_tokens_to_nobody_below_prata(RunningSystem system) throws IOException {
    guide.demandPrata();

    user.open(ApiUser.FOR_THE_API);
    visitor.signInAs("bronze-senha");
    assertThat(visitor.address()).startsWith(system.realmUrl());
    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
    visitor.press("#govbr-nivel-voltar");

    assertThat(application.awaitReturn())
        .containsEntry("error", "access_denied")
        .doesNotContainKey("code");

    String token = new ApiUser(guide).tokenOf("prata-banco", ApiUser.FOR_THE_API);
    assertThat(CalledApi.post(order, token).status()).isEqualTo(201);
  }

  @Test
  void leaves_the_application_open_to_bronze_as_long_as_it_asks_for_no_token_of_the_service()
      throws IOException {
    guide.demandPrata();

    String token = user.tokenOf("bronze-senha", Map.of());
    assertTokenRefused(CalledApi.get(person, token));

    user.open(ApiUser.FOR_THE_API);
    assertThat(visitor.text("#govbr-nivel")).as("asked in the same session").contains("Prata");
  }

  @Test
  void is_reached_by_whoever_raises_the_level_that_keycloak_demands() throws IOException {
    guide.demandPrata();

    LoginAttempt login = user.open(ApiUser.FOR_THE_API);
    visitor.signInAs("bronze-senha");
    visitor.press("#govbr-nivel-subir").press("button[value=401]").press("#succeed");

    String token = application.finishLogin(login).bearer();
    assertThat(CalledApi.post(order, token).status()).isEqualTo(201);
  }

  @Test
  void refuses_a_token_below_prata_and_says_which_level_the_application_has_to_ask_for() {
    CalledApi refused = CalledApi.post(order, user.tokenOf("bronze-senha", ApiUser.FOR_THE_API));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenge())
        .startsWith("Bearer error=\"insufficient_user_authentication\"")
        .contains("acr_values=\"prata\"");
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.body().path("type").asText()).isEqualTo("urn:orgao:nivel-insuficiente");

    LoginAttempt login = user.open(essentially());
    assertThat(visitor.text("#govbr-nivel")).contains("Prata");
    visitor.press("#govbr-nivel-subir").press("button[value=401]").press("#succeed");

    String token = application.finishLogin(login).bearer();
    assertThat(CalledApi.post(order, token).status()).isEqualTo(201);
  }

  /** What the application adds to its request after the service has refused its token. */
  private static Map<String, String> essentially() {
    Map<String, String> parameters = new LinkedHashMap<>(ApiUser.FOR_THE_API);
    parameters.put("claims", PRATA_IS_ESSENTIAL);
    return parameters;
  }

  @ParameterizedTest
  @ValueSource(strings = {"prata-banco", "ouro-otp"})
  void takes_an_order_of_prata_and_ouro(String id) {
    assertThat(CalledApi.post(order, user.tokenOf(id, ApiUser.FOR_THE_API)).status())
        .isEqualTo(201);
  }

  @Test
  void tells_nothing_to_whoever_shows_no_token() {
    assertTokenRefused(CalledApi.getAnonymously(person));
  }

  @Test
  void refuses_tokens_that_are_not_for_it(RunningSystem system, GovBr govBr) {
    CalledApi refused = CalledApi.get(person, user.tokenOf("ouro-otp", Map.of()));
    assertTokenRefused(refused);
    assertThat(refused.toString())
        .doesNotContain("eyJ")
        .doesNotContain(govBr.persona("ouro-otp").cpf());

    String ofAnotherRealm =
        system
            .postForm(
                system.keycloakUrl() + "/realms/master/protocol/openid-connect/token",
                "grant_type=password&client_id=admin-cli&username=admin&password=admin")
            .path("access_token")
            .asText();
    assertTokenRefused(CalledApi.get(person, ofAnotherRealm));
  }

  @Test
  void takes_no_order_of_a_program_that_acts_for_nobody(RunningSystem system) {
    String token = guide.tokenOfProgram(system);

    assertThat(CalledApi.post(order, token).status()).isEqualTo(401);
    CalledApi answer = CalledApi.get(person, token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("nivel").asText()).isEqualTo("0");
  }

  @Test
  void refuses_tokens_that_somebody_has_written_for_a_better_level() {
    String[] token = user.tokenOf("bronze-senha", ApiUser.FOR_THE_API).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
    String better = encoded(claims.replace("\"bronze\"", "\"ouro\""));
    assertThat(better).isNotEqualTo(token[1]);

    assertTokenRefused(CalledApi.post(order, token[0] + "." + better + "." + token[2]));
    assertTokenRefused(CalledApi.post(order, encoded("{\"alg\":\"none\"}") + "." + better + "."));
    assertTokenRefused(CalledApi.post(order, better));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refuses_a_token_whose_time_is_over() {
    String client = ApiGuide.APPLICATION;
    Guide.set(guide.admin(), client, "access.token.lifespan", "1");
    try {
      String token = user.tokenOf("ouro-otp", ApiUser.FOR_THE_API);

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertTokenRefused(CalledApi.get(person, token)));
    } finally {
      Guide.set(guide.admin(), client, "access.token.lifespan", "");
    }
  }

  @Test
  void gets_no_new_token_of_whoever_signs_out_of_the_application(RunningSystem system) {
    LoginAttempt login = user.open(ApiUser.FOR_THE_API);
    visitor.signInAs("ouro-otp");
    Tokens tokens = application.finishLogin(login);
    assertThat(application.isSessionAlive(tokens)).isTrue();

    visitor
        .open(
            system.realmUrl()
                + "/protocol/openid-connect/logout?client_id="
                + ApiGuide.APPLICATION
                + "&post_logout_redirect_uri="
                + URLEncoder.encode(application.address(), StandardCharsets.UTF_8))
        .press("#kc-logout");

    assertThat(visitor.address()).isEqualTo(application.address());
    assertThat(application.isSessionAlive(tokens)).isFalse();
    user.open(ApiUser.FOR_THE_API);
    assertThat(visitor.page().select("#accountId")).as("gov.br asks who it is").isNotEmpty();
  }
}
