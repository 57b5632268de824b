package io.github.govbrkeycloak.keycloak.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Calls to gov.br")
@Timeout(60)
class GovBrCallsTest {

  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int EXTRAS = 2;
  private static final int QUEUED = 2 * EXTRAS;

  /** An API that has to answer soon. */
  private static final Api QUICK = Api.USERINFO;

  private final CloseableHttpClient client =
      HttpClients.custom()
          .setMaxConnPerRoute(50)
          .setMaxConnTotal(100)
          .disableAutomaticRetries()
          .build();
  private final ExecutorService serving = Executors.newCachedThreadPool();
  private final GovBrCalls calls = new GovBrCalls(limits());
  private FaultyServer server;

  private static Limits limits() {
    Map<Api, Limits.OfApi> ofApi = new EnumMap<>(Api.class);
    for (Api api : Api.values()) {
      ofApi.put(api, new Limits.OfApi(5_000, 50_000, 1_000));
    }
    ofApi.put(QUICK, new Limits.OfApi(5_000, 200, 1_000));
    return new Limits(
        LONG, LONG, new Circuit.Rules(3, 5, Duration.ofHours(1)), 2, 3, 1, 2, EXTRAS, ofApi);
  }

  @BeforeEach
  void serve() throws IOException {
    server = FaultyServer.start(serving);
  }

  @AfterEach
  void stop() throws IOException {
    server.release();
    calls.close();
    client.close();
    server.close();
    serving.shutdownNow();
  }

  private Request<String> request(Api api, String path) {
    return Request.json(
        api, server.address(), path, "token", body -> new String(body, StandardCharsets.UTF_8));
  }

  private Call<String> ask(String provider, String path) {
    return calls.ask(provider, client, request(Api.CATEGORIAS, path));
  }

  private static Outcome outcome(Call<?> call) {
    return call.await(Instant.now().plus(LONG)).outcome();
  }

  private static Outcome givenUp(Call<?> call) {
    return call.await(Instant.now().plus(SHORT)).outcome();
  }

  @Test
  void bring_the_answer() {
    Result<String> result = ask("a", "/ok").await(Instant.now().plus(LONG));
    assertThat(result.outcome()).isEqualTo(Outcome.OK);
    assertThat(result.value()).contains("{}");
  }

  @Test
  void end_by_themselves_when_gov_br_answers_wrongly_or_not_at_all() throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    Request<String> nobody =
        Request.json(
            Api.EMPRESAS, "http://localhost:" + closedPort, "/", "token", body -> "something");

    assertThat(outcome(ask("a", "/huge"))).isEqualTo(Outcome.TOO_LARGE);
    assertThat(outcome(ask("a", "/down"))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(ask("a", "/none"))).isEqualTo(Outcome.NOT_FOUND);
    assertThat(outcome(ask("a", "/forbidden"))).isEqualTo(Outcome.REFUSED);
    assertThat(outcome(calls.ask("a", client, nobody))).isEqualTo(Outcome.UNREACHABLE);
  }

  @Test
  void are_given_up_at_the_deadline_even_when_the_body_trickles_and_free_their_threads() {
    List<Call<String>> trickling =
        Stream.generate(() -> calls.ask("a", client, request(QUICK, "/trickle")))
            .limit(EXTRAS)
            .toList();

    assertThat(trickling).extracting(GovBrCallsTest::givenUp).containsOnly(Outcome.TIMEOUT);

    // All threads were taken: this one only comes to its turn because they are free again.
    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.OK);
  }

  @Test
  void of_one_provider_never_take_anothers_share() {
    List<Call<String>> hanging =
        Stream.generate(() -> ask("a", "/hang")).limit(EXTRAS + QUEUED).toList();

    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.BUSY);
    assertThat(outcome(ask("b", "/ok"))).isEqualTo(Outcome.OK);
    assertThat(hanging).hasSize(EXTRAS + QUEUED);
  }

  @Test
  void that_were_given_up_too_soon_say_nothing_about_the_api() {
    for (int i = 0; i < 5; i++) {
      assertThat(givenUp(ask("a", "/hang"))).isEqualTo(Outcome.IMPATIENT);
    }
    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.OK);
  }

  @Test
  void that_never_came_to_their_turn_say_nothing_about_the_api() {
    Stream.generate(() -> calls.ask("a", client, request(Api.NIVEIS, "/hang")))
        .limit(EXTRAS)
        .forEach(hanging -> {});

    for (int i = 0; i < 3; i++) {
      assertThat(givenUp(ask("a", "/ok"))).isEqualTo(Outcome.BUSY);
    }
    assertThat(outcome(ask("b", "/ok"))).isEqualTo(Outcome.OK);
  }

  @Test
  void that_a_login_needs_do_not_wait_behind_extras() {
    List<Call<String>> hanging =
        Stream.generate(() -> ask("a", "/hang")).limit(EXTRAS + QUEUED).toList();

    assertThat(outcome(calls.send("a", client, request(Api.TOKEN, "/ok")))).isEqualTo(Outcome.OK);
    assertThat(hanging).hasSize(EXTRAS + QUEUED);
  }

  @Test
  void are_left_out_while_the_api_fails_whoever_asks() {
    for (int i = 0; i < 3; i++) {
      assertThat(outcome(ask("a", "/down"))).isEqualTo(Outcome.FAILED);
    }

    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.CIRCUIT_OPEN);
    assertThat(outcome(ask("b", "/ok"))).isEqualTo(Outcome.CIRCUIT_OPEN);
    assertThat(outcome(calls.ask("a", client, request(Api.NIVEIS, "/ok"))))
        .as("another API")
        .isEqualTo(Outcome.OK);
    String otherAddress = server.address().replace("localhost", "127.0.0.1");
    assertThat(
            outcome(
                calls.ask(
                    "a",
                    client,
                    Request.json(
                        Api.CATEGORIAS, otherAddress, "/ok", "token", body -> "something"))))
        .as("another gov.br")
        .isEqualTo(Outcome.OK);
    assertThat(outcome(calls.send("a", client, request(Api.TOKEN, "/ok")))).isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @EnumSource(names = {"PICTURE", "CERTIFICADO"})
  void go_on_for_everybody_when_what_one_person_has_cannot_be_used(Api api) {
    Request<String> strange =
        Request.json(
            api,
            server.address(),
            "/ok",
            "token",
            body -> {
              throw new UnusableAnswerException(Outcome.MALFORMED);
            });

    for (int i = 0; i < 4; i++) {
      assertThat(outcome(calls.ask("a", client, request(api, "/huge"))))
          .isEqualTo(Outcome.TOO_LARGE);
      assertThat(outcome(calls.ask("a", client, strange))).isEqualTo(Outcome.MALFORMED);
    }
    assertThat(outcome(calls.ask("a", client, request(api, "/ok")))).isEqualTo(Outcome.OK);

    for (int i = 0; i < 3; i++) {
      assertThat(outcome(calls.ask("a", client, request(api, "/down")))).isEqualTo(Outcome.FAILED);
    }
    assertThat(outcome(calls.ask("a", client, request(api, "/ok"))))
        .as("when gov.br itself fails")
        .isEqualTo(Outcome.CIRCUIT_OPEN);
  }

  @Test
  void are_left_out_while_all_that_an_api_answers_cannot_be_used() {
    for (int i = 0; i < 3; i++) {
      assertThat(outcome(ask("a", "/huge"))).isEqualTo(Outcome.TOO_LARGE);
    }
    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.CIRCUIT_OPEN);
  }

  @Test
  void are_left_out_at_once_when_gov_br_asks_for_it() {
    assertThat(outcome(ask("a", "/limit"))).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.CIRCUIT_OPEN);
  }

  @Test
  void that_were_not_right_say_nothing_about_the_api() {
    for (int i = 0; i < 5; i++) {
      assertThat(outcome(ask("a", "/forbidden"))).isEqualTo(Outcome.REFUSED);
      assertThat(outcome(ask("a", "/none"))).isEqualTo(Outcome.NOT_FOUND);
    }
    assertThat(outcome(ask("a", "/ok"))).isEqualTo(Outcome.OK);
  }

  @Test
  void give_only_so_many_logins_a_place_and_never_let_one_wait() {
    Place first = calls.enter("a").orElseThrow();
    Place second = calls.enter("a").orElseThrow();

    assertThat(calls.enter("a")).as("its own share is taken").isEmpty();
    Optional<Place> other = calls.enter("b");
    assertThat(other).as("another provider").isPresent();
    assertThat(calls.enter("b")).as("the server's share is taken").isEmpty();

    first.close();
    assertThat(calls.enter("b")).isPresent();
    second.close();
    assertThat(calls.enter("a")).isPresent();
  }

  @Test
  void of_people_who_are_signed_in_leave_places_to_logins_however_many_hang() throws Exception {
    Future<Result<String>> first = fetchHanging("a");
    Future<Result<String>> second = fetchHanging("b");
    server.awaitTwo();

    assertThat(fetch("a", "/ok").outcome()).as("its own share is taken").isEqualTo(Outcome.BUSY);
    assertThat(fetch("c", "/ok").outcome()).as("all share is taken").isEqualTo(Outcome.BUSY);
    assertThat(calls.enter("a")).as("a login").isPresent();

    server.release();
    first.get();
    second.get();
    assertThat(fetch("a", "/ok").outcome()).isEqualTo(Outcome.OK);
  }

  private Future<Result<String>> fetchHanging(String provider) {
    return serving.submit(() -> fetch(provider, "/hang"));
  }

  private Result<String> fetch(String provider, String path) {
    return calls.fetch(provider, client, request(Api.PICTURE, path), Instant.now().plus(LONG));
  }
}
