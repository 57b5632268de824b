package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ACCOUNTANT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.provider.FacadeRealm.Person;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The facade")
class FacadeAttackIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String LIGHT = "leve";
  private static final String SHORT_LIVED = "breve";
  private static final Duration GENEROUS = Duration.ofMinutes(3);

  private static FacadeRealm facade;

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "ataques-rest", "LOCALhost");
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
  }

  private static HttpResponse<byte[]> account(String token) {
    return SYSTEM.getAs(token, facade.url(ALIAS, "/conta"));
  }

  @Test
  @DisplayName("tells of an account what the tokens would, of this person and this application")
  void tellsWhatTheTokensWould() {
    JsonNode told = facade.told(ACCOUNTANT, "/conta");
    JsonNode claims = PlainLogin.into(SYSTEM, facade.realm()).as(ACCOUNTANT.persona()).claims();

    assertThat(told.path("cpf")).isEqualTo(claims.path("cpf"));
    assertThat(told.path("acr")).isEqualTo(claims.path("acr"));
    assertThat(told.at("/govbr/selos")).isEqualTo(claims.at("/govbr/selos"));
    assertThat(told.toString()).doesNotContain("token");
  }

  @Test
  @DisplayName("takes lightweight tokens for what introspection would tell of them")
  void takesLightweightTokens() {
    facade.realm().addApplication(LIGHT, "roles");
    facade.setOfApplication(LIGHT, "client.use.lightweight.access.token.enabled", "true");
    facade.realm().addApplication("leve-sem-papeis");
    facade.setOfApplication(
        "leve-sem-papeis", "client.use.lightweight.access.token.enabled", "true");

    String light = facade.freshTokenOf(LIGHT, ACCOUNTANT);
    String withoutRoles = facade.freshTokenOf("leve-sem-papeis", ACCOUNTANT);

    assertThat(Jwt.claims(light).has("resource_access")).isFalse();
    assertThat(account(light).statusCode()).isEqualTo(200);
    assertThat(FacadeProblem.of(account(withoutRoles))).isEqualTo("401 urn:govbr:nao-autenticado");
  }

  @Test
  @DisplayName("lets no lightweight token into more than its application may")
  void lightweightTokensOpenNoMore() {
    String limited = FacadeRealm.onlyFor("foto");
    facade.setOfApplication(limited, "client.use.lightweight.access.token.enabled", "true");

    assertThat(FacadeProblem.of(account(facade.freshTokenOf(limited, ACCOUNTANT))))
        .isEqualTo("403 urn:govbr:sem-permissao");
  }

  @Test
  @DisplayName("takes no token of another realm, though the person is the same")
  void takesNoTokenOfAnotherRealm() {
    try (OwnRealm other = OwnRealm.create(SYSTEM, "outro-realm-rest", Map.of())) {
      FacadeClient.create(other, READER, "conta");
      String foreign =
          PlainLogin.into(SYSTEM, other)
              .of(READER)
              .as(ACCOUNTANT.persona())
              .tokens()
              .path("access_token")
              .asText();

      assertThat(SYSTEM.getAs(foreign, other.url() + "/govbr/govbr/conta").statusCode())
          .isEqualTo(200);
      assertThat(FacadeProblem.of(account(foreign))).isEqualTo("401 urn:govbr:nao-autenticado");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Bearer two words", "Basic YTpi", "Bearer ..", "x"})
  @DisplayName("says in its own words that there is no token, whatever stands in its place")
  void answersMalformedHeaders(String header) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(facade.url(ALIAS, "/conta")))
            .header("Authorization", header)
            .build();

    assertThat(FacadeProblem.of(FacadeClient.send(request)))
        .isEqualTo("401 urn:govbr:nao-autenticado");
  }

  @Test
  @DisplayName("takes no token that has expired")
  void takesNoExpiredToken() {
    facade.realm().addApplication(SHORT_LIVED, "roles");
    facade.setOfApplication(SHORT_LIVED, "access.token.lifespan", "5");
    String token = facade.freshTokenOf(SHORT_LIVED, ACCOUNTANT);

    await().atMost(GENEROUS).until(() -> account(token).statusCode() == 401);

    assertThat(FacadeProblem.of(account(token))).isEqualTo("401 urn:govbr:nao-autenticado");
  }

  @Test
  @DisplayName("takes no token of a session that has ended, nor an ID token, nor a changed one")
  void takesNoOtherKindOfToken() {
    PlainLogin login = PlainLogin.into(SYSTEM, facade.realm()).of(READER);
    JsonNode tokens = login.as("prata-banco").tokens();
    String token = tokens.path("access_token").asText();
    assertThat(account(token).statusCode()).isEqualTo(200);

    assertThat(account(tokens.path("id_token").asText()).statusCode()).isEqualTo(401);
    assertThat(account(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(401);
    assertThat(account(token.substring(0, token.lastIndexOf('.') + 1)).statusCode())
        .as("without its signature")
        .isEqualTo(401);
    facade.realm().admin().delete("/sessions/" + tokens.path("session_state").asText());
    assertThat(account(token).statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("tells nobody of anybody else, whatever CPF or user is added to the address")
  void tellsNobodyOfOthers() {
    String cpf = GOV_BR.persona("ouro-otp").cpf();
    String token = facade.tokenOf(READER, ACCOUNTANT);

    String told =
        new String(
            SYSTEM
                .getAs(
                    token,
                    facade.url(ALIAS, "/conta?cpf=" + cpf + "&sub=" + cpf + "&username=" + cpf))
                .body(),
            StandardCharsets.UTF_8);

    assertThat(told).contains(GOV_BR.persona("contador").cpf()).doesNotContain(cpf);
    assertThat(SYSTEM.getAs(token, facade.url(ALIAS, "/conta/" + cpf)).statusCode()).isEqualTo(404);
    assertThat(
            SYSTEM
                .getAs(token, facade.url(ALIAS, "/empresas?filtrar-por-participante=" + cpf))
                .body())
        .isEqualTo(SYSTEM.getAs(token, facade.url(ALIAS, "/empresas")).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "%2e%2e",
        "..%2F..%2Fempresas",
        "12ABC34501DE35%2F..%2F..",
        "12ABC34501DE35%3Fx=1",
        "12ABC34501DE35%0d%0aX-Injected:1",
        "%00",
        "'%20OR%201=1"
      })
  @DisplayName("asks gov.br for no address that somebody wrote in place of a CNPJ")
  void nothingLeadsElsewhere(String cnpj) {
    String token = facade.tokenOf(READER, ACCOUNTANT);
    GOV_BR.forgetCalls();

    HttpResponse<byte[]> answer = SYSTEM.getAs(token, facade.url(ALIAS, "/empresas/" + cnpj));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
    assertThat(GOV_BR.calls()).isEmpty();
  }

  @Test
  @DisplayName("refuses what is enormous and goes on")
  void refusesTheEnormous() {
    String token = facade.tokenOf(READER, ACCOUNTANT);

    String search = facade.url(ALIAS, "/empresas?busca=" + "x".repeat(100_000));
    assertThat(FacadeClient.get(token, search).statusCode()).isIn(400, 414, 431);
    String noAlias = facade.url("x".repeat(3_000), "/conta");
    assertThat(FacadeClient.get(token, noAlias).statusCode()).isEqualTo(404);
    assertThat(FacadeClient.get("x".repeat(50_000), facade.url(ALIAS, "/conta")).statusCode())
        .isIn(400, 401, 431);
    assertThat(account(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("has an event for what was told, and one for who was not let in")
  void isAudited() {
    facade
        .realm()
        .admin()
        .put(
            "/events/config",
            Map.of(
                "eventsEnabled",
                true,
                "enabledEventTypes",
                List.of("USER_INFO_REQUEST", "USER_INFO_REQUEST_ERROR")));
    account(facade.tokenOf(READER, ACCOUNTANT));
    account(facade.tokenOf(FacadeRealm.onlyFor("foto"), new Person(ALIAS, "uma-empresa")));

    JsonNode told = facade.realm().admin().get("/events?type=USER_INFO_REQUEST").path(0);
    JsonNode refused = facade.realm().admin().get("/events?type=USER_INFO_REQUEST_ERROR").path(0);

    assertThat(told.path("clientId").asText()).isEqualTo(READER);
    assertThat(told.at("/details/recurso").asText()).isEqualTo("conta");
    assertThat(told.at("/details/identity_provider").asText()).isEqualTo(ALIAS);
    assertThat(refused.path("error").asText()).isEqualTo("sem-permissao");
    assertThat(told.toString() + refused).doesNotContain(GOV_BR.persona("contador").cpf());
  }
}
