package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What an application demands of whoever has a session already")
class RequirementsOfTokensIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String LATER = "exige-depois";
  private static final String EXCHANGING = "troca";
  private static final String API = "api";
  private static final String HIDDEN_API = "api-calada";
  private static final String OF_API = "usa-api";
  private static final String MINIMUM = "minimum.acr.value";
  private static final String CLERK = "servidora";
  private static final String PASSWORD = "Senha-da-servidora-1";

  private static DemandingRealm realm;

  @BeforeAll
  static void createRealm() {
    realm = DemandingRealm.create(SYSTEM, "exigencias-depois");
    realm.profile("exige-selo", Map.of("selos", List.of("801")));
    realm.application("exige-selo", "exige-selo");
    realm.application("exige-prata", Map.of(MINIMUM, "prata"), Map.of());
    realm.profile(LATER, Map.of());
    realm.profile(EXCHANGING, Map.of());
    realm.application(LATER, Map.of(), Map.of("protocolMappers", List.of(audience())), LATER);
    realm.application(
        EXCHANGING,
        Map.of("standard.token.exchange.enabled", "true"),
        Map.of("publicClient", false, "secret", DemandingRealm.SECRET),
        EXCHANGING);
    List.of(API, HIDDEN_API)
        .forEach(
            scope ->
                realm
                    .admin()
                    .post(
                        "/client-scopes",
                        Map.of(
                            "name",
                            scope,
                            "protocol",
                            "openid-connect",
                            "attributes",
                            Map.of("include.in.token.scope", String.valueOf(scope.equals(API))))));
    realm.application(OF_API, Map.of(), Map.of("optionalClientScopes", List.of(API, HIDDEN_API)));
    realm.person(CLERK, PASSWORD);
    realm
        .realm()
        .setOfRealm(
            Map.of(
                "enabledEventTypes",
                List.of("LOGIN_ERROR", "CODE_TO_TOKEN_ERROR", "REFRESH_TOKEN_ERROR")));
  }

  private static Map<String, Object> audience() {
    return Map.of(
        "name",
        "troca",
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-audience-mapper",
        "config",
        Map.of("included.client.audience", EXCHANGING, "access.token.claim", "true"));
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @BeforeEach
  void forgetEverybody() {
    GOV_BR.forgetEverybody();
  }

  /** What nobody has who signs in with a password only, and is of no company here. */
  static Stream<Arguments> tightened() {
    return Stream.of(
        Arguments.of(Map.of("nivel", "prata"), "GOVBR-581"),
        Arguments.of(Map.of("selos", List.of("801")), "GOVBR-582"),
        Arguments.of(Map.of("selosTodos", List.of("101", "801")), "GOVBR-582"),
        Arguments.of(Map.of("fatores", List.of("mfa", "x509")), "GOVBR-583"),
        Arguments.of(Map.of("empresa", "obrigatória"), "GOVBR-584"));
  }

  @ParameterizedTest
  @MethodSource("tightened")
  @DisplayName("is looked at again at each refresh, whatever a profile demands by now")
  void is_that_of_the_profile_at_each_refresh(Map<String, ?> demand, String code) {
    PlainLogin login = login(LATER).as("bronze-senha");
    JsonNode tokens = login.tokens();
    try {
      realm.profile(LATER, demand);

      assertRefused(code, login.refreshed(tokens));
    } finally {
      realm.profile(LATER, Map.of());
    }
    assertThat(login.refreshed(tokens).has("access_token")).as("the session lives on").isTrue();
  }

  @ParameterizedTest
  @MethodSource("tightened")
  @DisplayName("is looked at when a token is exchanged, whatever a profile demands by now")
  void is_that_of_the_profile_at_token_exchange(Map<String, ?> demand, String code) {
    String token = login(LATER).as("bronze-senha").tokens().path("access_token").asText();
    try {
      realm.profile(EXCHANGING, demand);

      assertRefused(code, exchanged(token));
    } finally {
      realm.profile(EXCHANGING, Map.of());
    }
    assertThat(exchanged(token).has("access_token")).as("nothing demanded").isTrue();
  }

  @AfterEach
  void demandNothing() {
    realm.set(LATER, MINIMUM, "");
    realm.set(EXCHANGING, MINIMUM, "");
  }

  private static PlainLogin login(String application) {
    return PlainLogin.into(SYSTEM, realm.realm()).of(application);
  }

  private static void assertRefused(JsonNode answer) {
    assertRefused("GOVBR-581", answer);
  }

  private static void assertRefused(String code, JsonNode answer) {
    assertThat(answer.has("access_token")).isFalse();
    assertThat(answer.path("error").asText()).isEqualTo("invalid_grant");
    assertThat(answer.path("error_description").asText()).startsWith(code + " ");
  }

  private static void assertEvent(String type, String code, String application) {
    JsonNode event = realm.newest(type);
    assertThat(event.at("/details/reason").asText()).isEqualTo(code);
    assertThat(event.path("clientId").asText()).isEqualTo(application);
  }

  @Test
  void is_looked_at_again_at_each_refresh() {
    PlainLogin login = login(LATER).as("bronze-senha");
    JsonNode tokens = login.tokens();

    realm.set(LATER, MINIMUM, "prata");
    assertRefused(login.refreshed(tokens));
    assertEvent("REFRESH_TOKEN_ERROR", "GOVBR-581", LATER);
    realm.set(LATER, MINIMUM, "bronze");
    assertThat(login.refreshed(tokens).has("access_token")).as("the session lives on").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {API, HIDDEN_API})
  @DisplayName("holds for the scopes of the token that is refreshed, whatever was asked for since")
  void is_that_of_the_scopes_of_the_refreshed_token(String scope) {
    PlainLogin first = login(OF_API).asking("openid " + scope).as("bronze-senha");
    JsonNode withApi = first.tokens();
    PlainLogin second = first.next().of(OF_API).asking("openid").enter();
    JsonNode withoutApi = second.tokens();

    realm.profileOfScope("exige-na-api", scope, Map.of("nivel", "prata"));

    assertRefused(first.refreshed(withApi));
    assertThat(second.refreshed(withoutApi).has("access_token")).as("without the scope").isTrue();
    realm.profileOfScope("exige-na-api", scope, Map.of("nivel", "bronze"));
    assertThat(first.refreshed(withApi).has("access_token")).as("the session lives on").isTrue();
  }

  @Test
  void is_looked_at_again_when_the_code_is_given_back() {
    PlainLogin login = login(LATER).as("bronze-senha");

    realm.set(LATER, MINIMUM, "prata");

    assertRefused(login.tokensOrError());
    assertEvent("CODE_TO_TOKEN_ERROR", "GOVBR-581", LATER);
  }

  @Test
  @DisplayName("is looked at when its token is exchanged for that of another application")
  void holds_for_token_exchange() {
    String token = login(LATER).as("bronze-senha").tokens().path("access_token").asText();
    assertThat(exchanged(token).has("access_token")).isTrue();

    realm.set(EXCHANGING, MINIMUM, "prata");

    assertRefused(exchanged(token));
    assertEvent("LOGIN_ERROR", "GOVBR-581", EXCHANGING);
  }

  private static JsonNode exchanged(String token) {
    return SYSTEM.tryPostForm(
        realm.realm().url() + "/protocol/openid-connect/token",
        HttpBrowser.encoded(
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "client_id",
                EXCHANGING,
                "client_secret",
                DemandingRealm.SECRET,
                "subject_token",
                token,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token")));
  }

  @Test
  @DisplayName("is not met by a password of this realm, whoever the account belongs to")
  void a_session_that_is_not_from_gov_br_has_no_level() {
    for (String application : List.of("exige-prata", "exige-selo")) {
      PlainLogin login = login(application).withPassword(CLERK, PASSWORD);

      assertThat(login.isReached()).as(application).isFalse();
      assertThat(PlainLogin.refusal(login.page())).as(application).isEqualTo("GOVBR-586");
      assertEvent("LOGIN_ERROR", "GOVBR-586", application);
      assertThat(login.page().body()).contains("govbr-sair");
    }
    assertThat(login(LATER).withPassword(CLERK, PASSWORD).isReached()).isTrue();
  }

  @Test
  @DisplayName("is not met by single sign-on from a session that is not from gov.br")
  void single_sign_on_without_gov_br_refuses() {
    PlainLogin clerk = login(LATER).withPassword(CLERK, PASSWORD);

    PlainLogin second = clerk.next().of("exige-selo").enter();

    assertThat(second.isReached()).isFalse();
    assertThat(PlainLogin.refusal(second.page())).isEqualTo("GOVBR-586");
    assertEvent("LOGIN_ERROR", "GOVBR-586", "exige-selo");
  }

  @Test
  @DisplayName("does not stand between an account and the gov.br that is linked to it")
  void linking_is_no_login_into_the_application() {
    PlainLogin clerk = login(LATER).withPassword(CLERK, PASSWORD);
    realm.set(LATER, MINIMUM, "ouro");

    PlainLogin linking = clerk.next().of(LATER).with("kc_action", "idp_link:govbr");
    linking.withPassword(CLERK, PASSWORD);
    linking.send(Map.of("continue", "true"), "prata-banco");

    assertThat(PlainLogin.refusal(linking.page())).isEqualTo("GOVBR-581");
    String id = realm.admin().get("/users?exact=true&username=" + CLERK).get(0).path("id").asText();
    JsonNode links = realm.admin().get("/users/" + id + "/federated-identity");
    assertThat(links).as("gov.br is linked").hasSize(1);
    realm.admin().delete("/users/" + id + "/federated-identity/govbr");
  }
}
