package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeProblem.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
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

@DisplayName("The photo of a person")
class PhotoIT {

  private static final String READER = "leitora";
  private static final Duration UNTIL_IT_WORKS_AGAIN = Duration.ofMinutes(3);

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  /** The service for which the simulator's fictional people gave powers of attorney. */
  private static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    GOV_BR.forgetEverybody();
    realm = OwnRealm.create(SYSTEM, "fotos", Map.of("guardarToken", "true"));
    FacadeClient.create(realm, READER, "foto");
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    realm.set("guardarToken", "true");
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static String tokenOf(String clientId, String persona) {
    return PlainLogin.into(SYSTEM, realm)
        .of(clientId)
        .as(persona)
        .tokens()
        .path("access_token")
        .asText();
  }

  private static HttpResponse<byte[]> photo(String token) {
    return photo("govbr", token);
  }

  private static HttpResponse<byte[]> photo(String alias, String token) {
    return SYSTEM.getAs(token, realm.url() + "/govbr/" + alias + "/foto");
  }

  @Test
  @DisplayName("is an image that no browser takes for anything else")
  void isAnImage() {
    HttpResponse<byte[]> answer = photo(tokenOf(READER, "ouro-otp"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.body()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  @DisplayName("is not there when gov.br has none")
  void somePeopleHaveNone() {
    assertProblem(photo(tokenOf(READER, "sem-email")), 404, "sem-foto");
  }

  @Test
  @DisplayName("is for applications whose token is meant for it")
  void theTokenMustBeMeantForIt() {
    assertProblem(photo(tokenOf(OwnRealm.APPLICATION, "ouro-otp")), 401, "nao-autenticado");
    assertProblem(photo("nonsense"), 401, "nao-autenticado");
  }

  @Test
  @DisplayName("is asked for at an identity provider of gov.br that exists")
  void theProviderMustExist() {
    assertProblem(photo("outro", tokenOf(READER, "ouro-otp")), 404, "provedor-desconhecido");
  }

  @Test
  @DisplayName("asks for a new login when gov.br's token is not kept, which is the default")
  void noTokenIsKeptByDefault() {
    realm.set("guardarToken", "");

    assertProblem(photo(tokenOf(READER, "ouro-otp")), 409, "sessao-expirada");
  }

  @Test
  @DisplayName("is read with a token that no note of the session has")
  void noNoteHasTheToken() {
    List<String> notes =
        List.of(
            "govbr.token",
            "FEDERATED_ACCESS_TOKEN",
            "FEDERATED_ACCESS_TOKEN_RESPONSE",
            "FEDERATED_REFRESH_TOKEN",
            "FEDERATED_ID_TOKEN",
            "FEDERATED_TOKEN_EXPIRATION");
    String id = realm.admin().get("/clients?clientId=" + READER).path(0).path("id").asText();
    notes.forEach(
        note ->
            realm.admin().post("/clients/" + id + "/protocol-mappers/models", noteMapper(note)));

    String token = tokenOf(READER, "ouro-otp");

    assertThat(photo(token).statusCode()).isEqualTo(200);
    JsonNode claims = Jwt.claims(token);
    assertThat(claims.path("govbr_token").asText()).as("the key").matches("[A-Za-z0-9]{32}");
    assertThat(notes.stream().skip(1).map(PhotoIT::claimOf)).noneMatch(claims::has);
  }

  private static String claimOf(String note) {
    return note.replace('.', '_');
  }

  /** Shows a note of the session to the application. */
  private static Map<String, Object> noteMapper(String note) {
    return Map.of(
        "name",
        note,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-usersessionmodel-note-mapper",
        "config",
        Map.of(
            "user.session.note",
            note,
            "claim.name",
            claimOf(note),
            "jsonType.label",
            "String",
            "access.token.claim",
            "true"));
  }

  @Test
  @DisplayName("is never read with an agent's token after the person has stopped acting for others")
  void anAgentSTokenGoesWithWhatItWasFor() {
    realm.addProvider("procuracao", CLIENT_WITH_POWERS, Map.of("guardarToken", "true"));
    PlainLogin browser =
        PlainLogin.into(SYSTEM, realm).of(READER).through("procuracao").as("procurador");
    JsonNode tokens = browser.tokens();
    browser.onBehalfOf("representado");
    StepVisit step = StepVisit.after(realm, browser);
    assertThat(step.start("govbr-procuracao").goOn().signInAtGovBrAs("procurador").status())
        .isEqualTo("success");
    String whileActing = browser.refreshed(tokens).path("access_token").asText();
    assertThat(photo("procuracao", whileActing).statusCode()).isEqualTo(200);

    step.start("govbr-procuracao:sair");

    String after = browser.refreshed(tokens).path("access_token").asText();
    assertProblem(photo("procuracao", after), 409, "sessao-expirada");
  }

  @Test
  @DisplayName("is never read with the token of an earlier login of the same session")
  void anEarlierTokenDoesNotSurvive() {
    PlainLogin browser = PlainLogin.into(SYSTEM, realm).of(READER);
    JsonNode first = browser.as("ouro-otp").tokens();
    assertThat(photo(first.path("access_token").asText()).statusCode()).isEqualTo(200);
    realm.set("guardarToken", "");

    JsonNode second = browser.as("ouro-otp").tokens();

    assertThat(second.path("session_state")).isEqualTo(first.path("session_state"));
    assertProblem(photo(second.path("access_token").asText()), 409, "sessao-expirada");
  }

  @Test
  @DisplayName("asks for a new login when gov.br no longer takes its token")
  void theTokenExpires() {
    GOV_BR.behave("access-token-vencido", Map.of("cliente", realm.govBrClient()));

    assertProblem(photo(tokenOf(READER, "ouro-otp")), 409, "sessao-expirada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"corpo-nao-json", "fora-do-ar", "nunca-responde", "corpo-vazio"})
  @DisplayName("does not come when gov.br is down or sends a page, and comes again afterwards")
  void govBrFails(String fault) {
    String token = tokenOf(READER, "ouro-otp");
    GOV_BR.behave(fault, Map.of("endpoint", "picture", "cliente", realm.govBrClient()));

    assertProblem(photo(token), 502, "sem-resposta");

    GOV_BR.behaveNormally();
    await().atMost(UNTIL_IT_WORKS_AGAIN).until(() -> photo(token).statusCode() == 200);
  }
}
