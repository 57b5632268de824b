package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When gov.br hangs for one identity provider")
class HangingGovBrIT {

  private static final int LOGINS = 500;
  private static final int AT_ONCE = 12;
  private static final int PHOTOS = 100;
  private static final int SIGN_OUTS = 12;
  private static final int FOUND = 200;
  private static final int SEE_OTHER = 303;

  /** An answer that comes a byte at a time and takes longer than any deadline. */
  private static final Map<String, Integer> TRICKLE = Map.of("bytes", 60, "ms", 1000);

  private static final String SCOPES_OF_FACTS =
      "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken";
  private static final Duration GENEROUS = Duration.ofMinutes(3);
  private static final String REFUSED_AT_ONCE = "GOVBR-511";
  private static final String GIVEN_UP = "GOVBR-301";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;
  private OwnRealm otherRealm;

  @BeforeEach
  void createRealms() {
    govBr.forgetEverybody();
    realm = OwnRealm.create(system, "parado", Map.of());
    realm.addProvider("outro-govbr", "outro.exemplo.gov.br", Map.of());
    otherRealm = OwnRealm.create(system, "andando", Map.of());
  }

  @AfterEach
  void deleteRealms() {
    govBr.behaveNormally();
    realm.close();
    otherRealm.close();
  }

  @Test
  @DisplayName("500 logins take nothing from other providers, realms and Keycloak's own pages")
  void othersLogInMeanwhile() {
    govBr.behave("nunca-responde", Map.of("endpoint", "token", "cliente", realm.govBrClient()));
    List<PlainLogin> logins = new ArrayList<>();
    List<String> states = new ArrayList<>();
    for (int i = 0; i < LOGINS; i++) {
      PlainLogin login = PlainLogin.into(system, realm);
      states.add(login.stateAtGovBr());
      logins.add(login);
    }

    List<CompletableFuture<Page>> hanging = new ArrayList<>();
    for (int i = 0; i < LOGINS; i++) {
      hanging.add(logins.get(i).comeBack(states.get(i)));
    }
    boolean sameRealm = PlainLogin.into(system, realm).through("outro-govbr").as("cin").isReached();
    boolean anotherRealm = PlainLogin.into(system, otherRealm).as("cin").isReached();
    int users = realm.admin().get("/users/count").asInt();
    long stillHanging = hanging.stream().filter(login -> !login.isDone()).count();

    assertThat(sameRealm).as("another provider of the same realm").isTrue();
    assertThat(anotherRealm).as("another realm").isTrue();
    assertThat(users).as("administration").isEqualTo(1);
    assertThat(stillHanging).as("the others did not wait for the hanging ones").isPositive();
    await().atMost(GENEROUS).until(() -> hanging.stream().allMatch(CompletableFuture::isDone));
    Map<String, Long> ends =
        hanging.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.groupingBy(PlainLogin::refusal, Collectors.counting()));
    assertThat(ends).containsOnlyKeys(REFUSED_AT_ONCE, GIVEN_UP);
  }

  @Test
  @DisplayName("its logins succeed again as soon as gov.br answers")
  void itsOwnLoginsSucceedAgain() {
    govBr.behave(
        "nunca-responde", Map.of("endpoint", "token", "cliente", realm.govBrClient(), "vezes", 3));
    List<CompletableFuture<Page>> hanging = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      PlainLogin login = PlainLogin.into(system, realm);
      hanging.add(login.comeBack(login.stateAtGovBr()));
    }
    await().atMost(GENEROUS).until(() -> hanging.stream().allMatch(CompletableFuture::isDone));

    assertThat(hanging).extracting(page -> PlainLogin.refusal(page.join())).containsOnly(GIVEN_UP);
    assertThat(PlainLogin.into(system, realm).as("cin").isReached()).isTrue();
  }

  @Test
  @DisplayName("facts of one and keys of another at once leave a third one's logins alone")
  void factsAndKeysHangAtOnce() {
    realm.set(
        Map.of("fatos", "categorias", "defaultScope", SCOPES_OF_FACTS, "prazoExtrasMs", "10000"));
    realm.addProvider("sem-chaves", "sem-chaves.exemplo.gov.br", Map.of("urlJwk", unknownKeys()));
    assertThat(PlainLogin.into(system, realm).through("outro-govbr").as("cin").isReached())
        .as("the keys of the third one are known")
        .isTrue();
    List<CompletableFuture<Page>> hanging = new ArrayList<>();
    List<Runnable> begin = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      for (String provider : List.of("govbr", "sem-chaves")) {
        PlainLogin login = PlainLogin.into(system, realm).through(provider);
        String wayBack = login.wayBackAs("futuro");
        begin.add(() -> hanging.add(login.browser().begin(wayBack)));
      }
    }
    govBr.behave("a-conta-gotas", Map.of("endpoint", "categorias", "parametros", TRICKLE));
    govBr.behaveToo("a-conta-gotas", Map.of("endpoint", "jwk", "parametros", TRICKLE));

    begin.forEach(Runnable::run);

    assertThat(PlainLogin.into(system, realm).through("outro-govbr").as("prata-banco").isReached())
        .isTrue();
    assertThat(PlainLogin.into(system, otherRealm).as("prata-banco").isReached()).isTrue();
    await().atMost(GENEROUS).until(() -> hanging.stream().allMatch(CompletableFuture::isDone));
  }

  /** The same keys at an address that nobody has read before. */
  private String unknownKeys() {
    return system.simulatorUrl().replace("localhost", "127.0.0.1") + "/jwk";
  }

  @Test
  @DisplayName("sign-outs that hang wait in few places; the others go to gov.br without waiting")
  void signOutsHang() {
    List<PlainLogin> people =
        Stream.generate(() -> PlainLogin.into(system, realm)).limit(SIGN_OUTS).toList();
    List<String> addresses =
        people.stream()
            .map(
                login ->
                    login.as("cin").isReached()
                        ? signOut(login.tokens().path("id_token").asText())
                        : "")
            .toList();
    // At an address of its own: failures count for each, and other tests sign out, too.
    realm.set("urlLogout", system.simulatorUrl().replace("localhost", "127.0.0.1") + "/logout");
    govBr.behave("nunca-responde", Map.of("endpoint", "logout"));

    List<CompletableFuture<Page>> hanging = new ArrayList<>();
    for (int i = 0; i < SIGN_OUTS; i++) {
      hanging.add(people.get(i).browser().begin(addresses.get(i)));
    }

    assertThat(PlainLogin.into(system, realm).as("cin").isReached()).isTrue();
    await().atMost(GENEROUS).until(() -> hanging.stream().allMatch(CompletableFuture::isDone));
    assertThat(hanging.stream().map(CompletableFuture::join))
        .as("sent on to gov.br")
        .anyMatch(page -> page.status() == SEE_OTHER)
        .as("told that gov.br does not answer")
        .anyMatch(page -> PlainLogin.refusal(page).equals("GOVBR-602"));
  }

  private String signOut(String idToken) {
    return realm.url() + "/protocol/openid-connect/logout?id_token_hint=" + idToken;
  }

  @Test
  @DisplayName("photos that hang take no place from the logins of the same provider")
  void photosHang() {
    realm.set(Map.of("guardarToken", "true", "prazoExtrasMs", "10000"));
    FacadeClient.create(realm, "leitora", "foto");
    String token =
        PlainLogin.into(system, realm)
            .of("leitora")
            .as("ouro-otp")
            .tokens()
            .path("access_token")
            .asText();
    String photo = realm.url() + "/govbr/govbr/foto";
    // A test before this one may have left the photos' circuit open: then none would hang.
    await().atMost(GENEROUS).until(() -> FacadeClient.begin(token, photo).join() == FOUND);
    govBr.behave("a-conta-gotas", Map.of("endpoint", "picture", "parametros", TRICKLE));

    List<CompletableFuture<Integer>> photos =
        Stream.generate(() -> FacadeClient.begin(token, photo)).limit(PHOTOS).toList();

    assertThat(PlainLogin.into(system, realm).as("cin").isReached()).isTrue();
    await().atMost(GENEROUS).until(() -> photos.stream().allMatch(CompletableFuture::isDone));
    assertThat(photos.stream().map(CompletableFuture::join)).contains(503).isSubsetOf(502, 503);
  }
}
