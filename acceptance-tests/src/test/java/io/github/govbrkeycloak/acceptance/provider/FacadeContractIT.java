package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.acceptance.provider.FacadeDocument.Promise;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of answer that the file promises is brought about once, and compared with it. */
@DisplayName("The facade keeps what its OpenAPI file promises:")
class FacadeContractIT {

  private static final String READER = "leitora";
  private static final String ALIAS = "govbr";
  private static final String OTHER_ALIAS = "outro-govbr";
  private static final String SCOPES =
      "openid email profile govbr_confiabilidades_idtoken govbr_empresa";
  private static final String[] ROLES = {"conta", "foto", "empresas"};
  private static final int BUSY = 503;
  private static final int AT_ONCE = 12;
  private static final int MORE_THAN_A_MINUTES_WORTH = 2_000;
  private static final Duration GENEROUS = Duration.ofMinutes(3);

  /** Whoever has what each path tells, and which address of gov.br tells it. */
  private static final Map<String, Scene> SCENES =
      Map.of(
          "/conta", new Scene("contador", ""),
          "/foto", new Scene("contador", "picture"),
          "/empresas", new Scene("contador", "empresas"),
          "/empresas/{cnpj}", new Scene("contador", "participantes"));

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final FacadeDocument DOCUMENT = FacadeDocument.of(SYSTEM);
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private static OwnRealm realm;
  private static String company;

  private record Scene(String persona, String govBrAddress) {}

  @BeforeAll
  static void createRealm() {
    GOV_BR.forgetEverybody();
    TOKENS.clear();
    realm = OwnRealm.create(SYSTEM, "contrato-fachada", settings("LOCALHOST"));
    realm.addProvider(OTHER_ALIAS, "outra-fachada.exemplo.gov.br", settings("LOCALHOST"));
    FacadeClient.create(realm, READER, ROLES);
    for (String role : ROLES) {
      FacadeClient.limit(realm, onlyFor(role), role);
    }
    company = companyOfTheAccountant();
  }

  /**
   * What the provider is set to.
   *
   * @param host a spelling that is nobody else's: failures count for each address of an API
   */
  private static Map<String, String> settings(String host) {
    return Map.of(
        "guardarToken",
        "true",
        "defaultScope",
        SCOPES,
        "urlApi",
        SYSTEM.simulatorUrl().replace("localhost", host));
  }

  private static String onlyFor(String role) {
    return "so-" + role;
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    realm.set(settings("LOCALHOST"));
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  static Stream<Promise> promises() {
    return DOCUMENT.promises().stream().filter(promise -> promise.status() != BUSY);
  }

  @ParameterizedTest
  @MethodSource("promises")
  @DisplayName("each answer")
  void isKept(Promise promise) {
    Scene scene = SCENES.get(promise.path());
    HttpResponse<byte[]> answer =
        switch (promise.status()) {
          case 200 -> ask(promise, ALIAS, tokenOf(READER, scene.persona()));
          case 400 -> ask(promise, ALIAS, tokenOf(READER, scene.persona()), "?pagina=0");
          case 401 -> ask(promise, ALIAS, "nonsense");
          case 403 -> ask(promise, ALIAS, tokenOf(withAnyOtherRole(promise), scene.persona()));
          case 404 -> ask(promise, "nenhum", tokenOf(READER, scene.persona()));
          case 409 -> ask(promise, OTHER_ALIAS, tokenOf(READER, scene.persona()));
          case 429 -> askTooOften(promise);
          case 501 -> askWithoutScopes(promise, scene);
          case 502 -> askWhileGovBrIsDown(promise, scene);
          default -> throw new AssertionError("nobody knows how to bring this about");
        };

    assertThat(answer.statusCode()).isEqualTo(promise.status());
  }

  private static String withAnyOtherRole(Promise promise) {
    return onlyFor(Stream.of(ROLES).filter(role -> !role.equals(promise.role())).findAny().get());
  }

  static Stream<Promise> successes() {
    return promises().filter(promise -> promise.status() < 300);
  }

  @ParameterizedTest
  @MethodSource("successes")
  @DisplayName("the role that it names is enough for")
  void oneRoleIsEnough(Promise promise) {
    String token = tokenOf(onlyFor(promise.role()), SCENES.get(promise.path()).persona());

    assertThat(ask(promise, ALIAS, token).statusCode()).isEqualTo(promise.status());
  }

  private static HttpResponse<byte[]> askTooOften(Promise promise) {
    String token = tokenOf(READER, "cin");
    for (int i = 0; i < MORE_THAN_A_MINUTES_WORTH; i++) {
      if (SYSTEM.getAs(token, url(ALIAS, "/conta")).statusCode() == 429) {
        HttpResponse<byte[]> answer = ask(promise, ALIAS, token);
        if (answer.statusCode() == 429) {
          return answer;
        }
      }
    }
    throw new AssertionError("any number of requests is answered");
  }

  private static HttpResponse<byte[]> askWithoutScopes(Promise promise, Scene scene) {
    realm.set("defaultScope", "openid email profile govbr_confiabilidades_idtoken");
    return ask(promise, ALIAS, freshTokenOf(READER, scene.persona()));
  }

  private static HttpResponse<byte[]> askWhileGovBrIsDown(Promise promise, Scene scene) {
    String token = freshTokenOf(READER, scene.persona());
    GOV_BR.behave(
        "fora-do-ar", Map.of("endpoint", scene.govBrAddress(), "cliente", realm.govBrClient()));
    return ask(promise, ALIAS, token);
  }

  @Test
  @DisplayName("while many wait for gov.br, the others hear it at once")
  void othersHearThatManyWait() {
    List<Promise> promises =
        DOCUMENT.promises().stream().filter(promise -> promise.status() == BUSY).toList();
    realm.set(settings("LocalHost"));
    String waiting = freshTokenOf(READER, "duas-mil-empresas");
    String token = freshTokenOf(READER, "contador");
    GOV_BR.behave(
        "a-conta-gotas",
        Map.of(
            "endpoint", "empresas",
            "cliente", realm.govBrClient(),
            "parametros", Map.of("bytes", 100, "ms", 500)));
    List<CompletableFuture<Integer>> hanging = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      hanging.add(FacadeClient.begin(waiting, url(ALIAS, "/empresas")));
    }
    await().atMost(GENEROUS).until(() -> hanging.stream().anyMatch(CompletableFuture::isDone));

    assertThat(promises).isNotEmpty();
    assertThat(promises)
        .allSatisfy(promise -> assertThat(ask(promise, ALIAS, token).statusCode()).isEqualTo(BUSY));
    await().atMost(GENEROUS).until(() -> hanging.stream().allMatch(CompletableFuture::isDone));
  }

  /** Asks, and compares whatever comes with the file. */
  private static HttpResponse<byte[]> ask(
      Promise promise, String alias, String token, String... query) {
    HttpResponse<byte[]> answer =
        FacadeClient.send(
            HttpRequest.newBuilder(
                    URI.create(
                        url(alias, promise.path().replace("{cnpj}", company))
                            + String.join("", query)))
                .header("Authorization", "Bearer " + token)
                .method(promise.method(), BodyPublishers.noBody())
                .build());
    assertThat(DOCUMENT.violations(promise.method(), promise.path(), answer)).isEmpty();
    return answer;
  }

  private static String companyOfTheAccountant() {
    String token = tokenOf(READER, "contador");
    return SYSTEM
        .json(SYSTEM.getAs(token, url(ALIAS, "/empresas")).body())
        .at("/itens/0/cnpj")
        .asText();
  }

  private static String url(String alias, String path) {
    return realm.url() + "/govbr/" + alias + path;
  }

  private static String tokenOf(String application, String persona) {
    return TOKENS.computeIfAbsent(
        application + " " + persona, none -> freshTokenOf(application, persona));
  }

  private static String freshTokenOf(String application, String persona) {
    return PlainLogin.into(SYSTEM, realm)
        .of(application)
        .as(persona)
        .tokens()
        .path("access_token")
        .asText();
  }
}
