package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A login through gov.br succeeds")
class AcceptedLoginIT {

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private TestApplication application;

  @BeforeEach
  void openApplication() {
    govBr.forgetEverybody();
    application = TestApplication.open(system);
  }

  @AfterEach
  void behaveNormally() {
    application.close();
    govBr.behaveNormally();
  }

  @Test
  @DisplayName("with one call to the token endpoint and none to userinfo or the APIs")
  void oneCallIsEnough() {
    application.signInAs("ouro-facial");
    govBr.forgetEverybody();
    application.close();
    application = TestApplication.open(system);
    govBr.forgetCalls();

    application.signInAs("ouro-facial");

    assertThat(application.isReached()).isTrue();
    assertThat(calledEndpoints())
        .filteredOn(path -> !path.startsWith("/login") && !path.startsWith("/govbr-ds"))
        .containsExactlyInAnyOrder("/authorize", "/token");
  }

  @Test
  @DisplayName("reading level and seals from the API when the ID token lacks them")
  void levelComesFromTheApi() {
    govBr.behave("sem-reliability-info", Map.of());

    JsonNode claims = idTokenOf("ouro-otp");

    assertThat(claims.path("acr").asText()).isEqualTo("ouro");
    assertThat(texts(claims.path("govbr_selos")))
        .containsExactlyInAnyOrderElementsOf(govBr.persona("ouro-otp").selos());
  }

  @Test
  @DisplayName("without a level when neither the ID token nor the API tells it")
  void levelIsUnknownWhenTheApiIsDown() {
    govBr.behave("sem-reliability-info", Map.of());
    govBr.behave("status", Map.of("endpoint", "niveis", "parametros", Map.of("status", 503)));

    JsonNode claims = idTokenOf("ouro-otp");

    assertThat(claims.path("acr").asText()).isEqualTo("0");
    assertThat(claims.has("govbr_nivel")).isFalse();
    assertThat(claims.path("cpf").asText()).isEqualTo(govBr.persona("ouro-otp").cpf());
  }

  @Test
  @DisplayName("when the API never answers, after the deadline for extras")
  void loginGoesOnWhenTheApiHangs() {
    govBr.behave("sem-reliability-info", Map.of());
    govBr.behave("nunca-responde", Map.of("endpoint", "niveis"));

    assertThat(idTokenOf("prata-banco").path("acr").asText()).isEqualTo("0");
  }

  @Test
  @DisplayName("when the token answer's scope is a list")
  void scopeMayBeAList() {
    govBr.behave("escopo-em-lista", Map.of());

    assertThat(idTokenOf("prata-banco").path("acr").asText()).isEqualTo("prata");
  }

  @Test
  @DisplayName("and never joins an account that only has the same e-mail")
  void sameEmailIsNotTheSamePerson() {
    String email = govBr.persona("nome-social").email();
    system
        .keycloakAdmin()
        .post("/users", Map.of("username", "funcionaria", "email", email, "enabled", true));

    application.signInAs("nome-social");

    assertThat(application.isReached()).isTrue();
    JsonNode users = system.keycloakAdmin().get("/users?exact=true&email=" + email);
    assertThat(users).hasSize(2);
    String funcionaria =
        system
            .keycloakAdmin()
            .get("/users?exact=true&username=funcionaria")
            .get(0)
            .path("id")
            .asText();
    assertThat(Jwt.claims(application.tokens().path("id_token").asText()).path("sub").asText())
        .isNotEqualTo(funcionaria);
    assertThat(system.keycloakAdmin().get("/users/" + funcionaria + "/federated-identity"))
        .isEmpty();
    system.keycloakAdmin().delete("/users/" + funcionaria);
  }

  @Test
  @DisplayName("and the account has a pseudonym, the social name, and no CPF but in its link")
  void accountHasAPseudonym() {
    JsonNode claims = idTokenOf("nome-social");

    JsonNode user = system.keycloakAdmin().get("/users/" + claims.path("sub").asText());
    assertThat(user.path("username").asText()).matches("govbr-[a-z2-7]{26}");
    assertThat(user.path("firstName").asText() + " " + user.path("lastName").asText())
        .isEqualTo(govBr.persona("nome-social").nomeSocial());
    JsonNode account = ((ObjectNode) user.deepCopy()).without("federatedIdentities");
    assertThat(account.toString()).doesNotContain(govBr.persona("nome-social").cpf());
    JsonNode link =
        system
            .keycloakAdmin()
            .get("/users/" + claims.path("sub").asText() + "/federated-identity")
            .get(0);
    assertThat(link.path("userName").asText()).isEqualTo(user.path("username").asText());
  }

  @Test
  @DisplayName("and the session keeps the facts of the last login only")
  void factsOfAnEarlierLoginDoNotSurvive() {
    application.signInAs("empresa-certificado");
    assertThat(Jwt.claims(idToken()).has("cnpj")).isTrue();

    // The same person again, of whom gov.br says less: the older level must not stand in.
    govBr.behave("sem-reliability-info", Map.of());
    govBr.behave("status", Map.of("endpoint", "niveis", "parametros", Map.of("status", 503)));
    application.openLogin(Map.of("prompt", "login"));
    application.finishAtGovBrIfAskedAs("empresa-certificado");

    assertThat(Jwt.claims(idToken()).path("acr").asText()).isEqualTo("0");
  }

  private String idToken() {
    return application.tokens().path("id_token").asText();
  }

  private JsonNode idTokenOf(String persona) {
    application.signInAs(persona);
    assertThat(application.isReached()).isTrue();
    return Jwt.claims(idToken());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private List<String> calledEndpoints() {
    return StreamSupport.stream(govBr.calls().spliterator(), false)
        .map(call -> call.path("caminho").asText())
        .toList();
  }
}
