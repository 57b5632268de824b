package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ACCOUNTANT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ROLES;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.SERVICE;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.SERVICE_OF_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.acceptance.provider.FacadeDocument.Promise;
import io.github.govbrkeycloak.acceptance.provider.FacadeRealm.Person;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private static final int BUSY = 503;
  private static final int AT_ONCE = 12;
  private static final int MORE_THAN_A_MINUTES_WORTH = 2_000;
  private static final Duration GENEROUS = Duration.ofMinutes(3);

  /** Whoever has what each path tells, and which address of gov.br tells it. */
  private static final Map<String, Scene> SCENES =
      Map.of(
          "/conta", new Scene(ACCOUNTANT, ""),
          "/foto", new Scene(ACCOUNTANT, "picture"),
          "/empresas", new Scene(ACCOUNTANT, "empresas"),
          "/empresas/{cnpj}", new Scene(ACCOUNTANT, "participantes"),
          "/certificado", new Scene(new Person(ALIAS, "ouro-certificado"), "certificado"),
          "/procuracoes", new Scene(AGENT, "procuracoes"),
          "/procuracoes/{id}/historico-acessos", new Scene(AGENT, "historico-acessos"));

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final FacadeDocument DOCUMENT = FacadeDocument.of(SYSTEM);

  private static FacadeRealm facade;
  private static String company;
  private static String power;

  private record Scene(Person person, String govBrAddress) {

    String alias() {
      return person.alias();
    }
  }

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "contrato-fachada", "LOCALHOST");
    company = facade.told(ACCOUNTANT, "/empresas").at("/itens/0/cnpj").asText();
    power = facade.told(AGENT, "/procuracoes").at("/itens/0/id").asText();
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    facade.useHost("LOCALHOST");
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
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
          case 200, 201 -> ask(promise, scene.alias(), facade.tokenOf(READER, scene.person()));
          case 400 -> ask(promise, facade.tokenOf(READER, scene.person()), "?pagina=0", "{}");
          case 401 -> ask(promise, scene.alias(), "nonsense");
          case 403 ->
              ask(
                  promise,
                  scene.alias(),
                  facade.tokenOf(withAnyOtherRole(promise), scene.person()));
          case 404 -> ask(promise, "nenhum", facade.tokenOf(READER, scene.person()));
          case 409 ->
              ask(promise, scene.person().otherAlias(), facade.tokenOf(READER, scene.person()));
          case 413 -> ask(promise, facade.tokenOf(READER, scene.person()), "", " ".repeat(5_000));
          case 422 ->
              ask(promise, facade.tokenOf(READER, scene.person()), "", use(SERVICE_OF_ANOTHER));
          case 429 -> askTooOften(promise);
          case 501 -> askWithoutScopes(promise, scene);
          case 502 -> askWhileGovBrRefuses(promise, scene);
          default -> throw new AssertionError("nobody knows how to bring this about");
        };

    assertThat(answer.statusCode()).isEqualTo(promise.status());
  }

  private static String withAnyOtherRole(Promise promise) {
    return FacadeRealm.onlyFor(
        ROLES.stream().filter(role -> !role.equals(promise.role())).findAny().get());
  }

  static Stream<Promise> successes() {
    return promises().filter(promise -> promise.status() < 300);
  }

  @ParameterizedTest
  @MethodSource("successes")
  @DisplayName("the role that it names is enough for")
  void oneRoleIsEnough(Promise promise) {
    Scene scene = SCENES.get(promise.path());
    String token = facade.tokenOf(FacadeRealm.onlyFor(promise.role()), scene.person());

    assertThat(ask(promise, scene.alias(), token).statusCode()).isEqualTo(promise.status());
  }

  private static HttpResponse<byte[]> askTooOften(Promise promise) {
    String token = facade.tokenOf(READER, new Person(ALIAS, "cin"));
    for (int i = 0; i < MORE_THAN_A_MINUTES_WORTH; i++) {
      if (SYSTEM.getAs(token, facade.url(ALIAS, "/conta")).statusCode() == 429) {
        HttpResponse<byte[]> answer = ask(promise, ALIAS, token);
        if (answer.statusCode() == 429) {
          return answer;
        }
      }
    }
    throw new AssertionError("any number of requests is answered");
  }

  private static HttpResponse<byte[]> askWithoutScopes(Promise promise, Scene scene) {
    facade.realm().set("defaultScope", "openid email profile govbr_confiabilidades_idtoken");
    facade.setOfAgents("apisGovBr", "false");
    return ask(promise, scene.alias(), facade.freshTokenOf(READER, scene.person()));
  }

  @Test
  @DisplayName("a person without a certificate has none")
  void nobodyHasAnothersCertificate() {
    Promise promise =
        promises()
            .filter(any -> any.path().equals("/certificado") && any.status() == 404)
            .findAny()
            .orElseThrow();

    HttpResponse<byte[]> answer = ask(promise, ALIAS, facade.tokenOf(READER, ACCOUNTANT));

    assertThat(FacadeProblem.of(answer)).isEqualTo("404 urn:govbr:sem-certificado");
  }

  @Test
  @DisplayName("how long gov.br wants to be left alone is told as promised")
  void isToldToWait() {
    Promise promise =
        promises().filter(any -> any.path().equals("/empresas")).findAny().orElseThrow();
    // An address of its own: its circuit opens.
    facade.useHost("LOCALHost");
    String token = facade.freshTokenOf(READER, ACCOUNTANT);
    GOV_BR.behave("limite-de-chamadas", fault(SCENES.get(promise.path()), Map.of("segundos", 1)));

    HttpResponse<byte[]> answer = ask(promise, ALIAS, token);

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  /** A refusal tells nothing of the API's health, so that no circuit opens. */
  private static HttpResponse<byte[]> askWhileGovBrRefuses(Promise promise, Scene scene) {
    String token = facade.freshTokenOf(READER, scene.person());
    GOV_BR.behave("status", fault(scene, Map.of("status", 400)));
    return ask(promise, scene.alias(), token);
  }

  private static Map<String, Object> fault(Scene scene, Map<String, Integer> parameters) {
    return Map.of(
        "endpoint", scene.govBrAddress(),
        "cliente", facade.govBrClient(scene.alias()),
        "parametros", parameters);
  }

  @Test
  @DisplayName("while many wait for gov.br, the others hear it at once")
  void othersHearThatManyWait() {
    List<Promise> promises =
        DOCUMENT.promises().stream().filter(promise -> promise.status() == BUSY).toList();
    facade.useHost("LocalHost");
    Map<Scene, String> waiting = new LinkedHashMap<>();
    List.of(SCENES.get("/empresas"), SCENES.get("/procuracoes"))
        .forEach(scene -> waiting.put(scene, facade.freshTokenOf(READER, scene.person())));
    // Of a token that was used before the list may be known without gov.br.
    Map<Person, String> tokens =
        promises.stream()
            .map(promise -> SCENES.get(promise.path()).person())
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), person -> facade.freshTokenOf(READER, person)));
    List<CompletableFuture<Integer>> hanging = new ArrayList<>();
    waiting.forEach((scene, token) -> hanging.addAll(letHang(scene, token)));

    assertThat(promises).isNotEmpty();
    assertThat(promises)
        .allSatisfy(
            promise -> {
              Person person = SCENES.get(promise.path()).person();
              assertThat(ask(promise, person.alias(), tokens.get(person)).statusCode())
                  .isEqualTo(BUSY);
            });
    await().atMost(GENEROUS).until(() -> hanging.stream().allMatch(CompletableFuture::isDone));
  }

  /** Begins more requests than may wait, until one of them is told so. */
  private static List<CompletableFuture<Integer>> letHang(Scene scene, String token) {
    // A run before this one may have left the circuit open: then none would hang.
    await().atMost(GENEROUS).until(() -> isAnswered(scene));
    GOV_BR.behaveToo("a-conta-gotas", fault(scene, Map.of("bytes", 100, "ms", 500)));
    String url = facade.url(scene.alias(), "/" + scene.govBrAddress());
    List<CompletableFuture<Integer>> hanging =
        Stream.generate(() -> FacadeClient.begin(token, url)).limit(AT_ONCE).toList();
    await().atMost(GENEROUS).until(() -> hanging.stream().anyMatch(CompletableFuture::isDone));
    return hanging;
  }

  private static boolean isAnswered(Scene scene) {
    String token = facade.freshTokenOf(READER, scene.person());
    String url = facade.url(scene.alias(), "/" + scene.govBrAddress());
    return FacadeClient.get(token, url).statusCode() == 200;
  }

  /** Asks as it should be done. */
  private static HttpResponse<byte[]> ask(Promise promise, String alias, String token) {
    return ask(promise, alias, token, "", use(SERVICE));
  }

  /** Asks in another way. */
  private static HttpResponse<byte[]> ask(
      Promise promise, String token, String query, String body) {
    return ask(promise, SCENES.get(promise.path()).alias(), token, query, body);
  }

  /** Asks, and compares whatever comes with the file. */
  private static HttpResponse<byte[]> ask(
      Promise promise, String alias, String token, String query, String body) {
    boolean isPost = promise.method().equals("POST");
    String path = promise.path().replace("{cnpj}", company).replace("{id}", power);
    HttpResponse<byte[]> answer =
        FacadeClient.send(
            HttpRequest.newBuilder(URI.create(facade.url(alias, path) + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                    promise.method(),
                    isPost ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
                .build());
    assertThat(DOCUMENT.violations(promise.method(), promise.path(), answer)).isEmpty();
    return answer;
  }

  private static String use(int service) {
    return "{\"servico\": %d}".formatted(service);
  }
}
