package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallLog;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("While many sign in at once")
class ManyAtOnceTest {

  private static final int ROUNDS = 8;
  private static final List<String> CHANGES =
      List.of(
          "forma-do-codigo=curto",
          "validade-do-id-token=600",
          "forma-do-codigo=uuids",
          "kid-nos-dados=nao",
          "pkce=opcional",
          "forma-do-codigo=jwe",
          "validade-do-id-token=60");

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void stop() {
    over.set(true);
    threads.shutdownNow();
  }

  @Test
  void each_gets_their_own_tokens_and_their_own_faults_and_nobody_a_server_error()
      throws Exception {
    List<Persona> people = RUNNING.govbr().personas();
    for (int i = 0; i < people.size(); i++) {
      givenFaults(people.get(i), i);
    }
    Future<Integer> steering = threads.submit(this::changeSettings);
    List<Future<Void>> logins = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Persona persona = people.get(i);
      int index = i;
      logins.add(threads.submit((Callable<Void>) () -> signInAgainAndAgain(persona, index)));
    }
    for (Future<Void> login : logins) {
      login.get();
    }
    over.set(true);
    assertThat(steering.get()).isPositive();
    assertThat(RUNNING.govbr().calls().entries())
        .hasSizeGreaterThan(people.size() * ROUNDS * 4)
        .extracting(CallLog.Entry::status)
        .allMatch(status -> status < 400);
  }

  private static void givenFaults(Persona persona, int index) {
    Activation forThem = Activation.always().forPersona(persona.id());
    if (index % 2 == 0) {
      RUNNING.govbr().behaviours().add(Behaviour.SEM_NONCE, forThem);
    }
    if (index % 3 == 0) {
      RUNNING.govbr().behaviours().add(Behaviour.SUB_DE_OUTRA_PESSOA, forThem);
    }
    if (index % 5 == 0) {
      RUNNING.govbr().behaviours().add(Behaviour.ATRASO, forThem.at("token").with("ms", 5));
    }
  }

  private Void signInAgainAndAgain(Persona persona, int index) {
    RelyingParty service = RUNNING.service();
    for (int round = 0; round < ROUNDS; round++) {
      Tokens tokens = service.tokens(persona.id());
      JsonNode id = tokens.idClaims();
      assertThat(id.get("sub").asText()).isEqualTo(persona.cpf());
      assertThat(tokens.accessClaims().get("sub").asText()).isEqualTo(persona.cpf());
      assertThat(id.at("/reliability_info/level").asText()).isEqualTo(persona.level().wireName());
      assertThat(id.has("nonce")).isEqualTo(index % 2 != 0);
      JsonNode facts = service.get("/userinfo", tokens.accessToken()).json();
      assertThat(facts.get("sub").asText().equals(persona.cpf())).isEqualTo(index % 3 != 0);
      String seals = "/confiabilidades/v3/contas/" + persona.cpf() + "/confiabilidades";
      assertThat(service.get(seals, tokens.accessToken()).json().findValuesAsText("id"))
          .isEqualTo(persona.selos());
    }
    return null;
  }

  /** By the control API; says how often. */
  private Integer changeSettings() {
    int changes = 0;
    while (!over.get()) {
      String[] change = CHANGES.get(changes % CHANGES.size()).split("=", 2);
      put("/simulador/ajustes/" + change[0], "{\"escolha\":\"" + change[1] + "\"}");
      put(
          "/simulador/comportamentos/status",
          "{\"cliente\":\"sem-selos.orgao.exemplo.gov.br\",\"parametros\":{\"status\":500}}");
      changes++;
    }
    return changes;
  }

  private static void put(String path, String body) {
    int status =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .request(path)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body))
                    .build())
            .status();
    assertThat(status).isEqualTo(200);
  }
}
