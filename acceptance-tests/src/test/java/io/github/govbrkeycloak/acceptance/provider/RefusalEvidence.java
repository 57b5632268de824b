package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold whenever a login was refused, compared with the moment before it: one event with a
 * code, no account touched, no token sent anywhere, nothing personal in the logs.
 */
final class RefusalEvidence {

  private static final String ERRORS = "/events?max=50&type=IDENTITY_PROVIDER_LOGIN_ERROR";
  private static final String TOKEN_START = "eyJ";

  private final RunningSystem system;
  private final KeycloakAdmin admin;
  private final Map<String, String> accounts;
  private final LogSince logs;
  private final JsonNode newestError;

  private RefusalEvidence(RunningSystem system) {
    this.system = system;
    this.admin = system.keycloakAdmin();
    this.accounts = accounts();
    this.logs = LogSince.now(system);
    this.newestError = admin.get(ERRORS).path(0);
    system.govBr().forgetCalls();
  }

  /** Remembers how everything is now. */
  static RefusalEvidence before(RunningSystem system) {
    return new RefusalEvidence(system);
  }

  /** Every account whole, and whom gov.br knows it as. */
  private Map<String, String> accounts() {
    Map<String, String> accounts = new TreeMap<>();
    for (JsonNode user : admin.get("/users?max=1000&briefRepresentation=false")) {
      String id = user.path("id").asText();
      accounts.put(id, user + " " + admin.get("/users/" + id + "/federated-identity"));
    }
    return accounts;
  }

  /** Checks all of it. */
  void assertRefusedAs(String code) {
    assertOneEvent(code);
    assertNothingSentWithAToken();
    assertNobodyTouched();
    assertNothingPersonalLogged();
  }

  /** The same, where the refused answer is that of an address which gets the token. */
  void assertRefusedAfterAsking(String code, String address) {
    assertOneEvent(code);
    assertThat(calledPaths()).contains(address);
    assertNobodyTouched();
    assertNothingPersonalLogged();
  }

  void assertOneEvent(String code) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode event : admin.get(ERRORS)) {
      if (event.equals(newestError)) {
        break;
      }
      reasons.add(event.path("details").path("reason").asText());
    }
    assertThat(reasons).as("reasons of the events").containsExactly(code);
  }

  void assertNobodyTouched() {
    assertThat(accounts()).as("the accounts").isEqualTo(accounts);
  }

  void assertNothingSentWithAToken() {
    assertThat(calledPaths())
        .as("calls at gov.br")
        .allMatch(
            path ->
                path.startsWith("/authorize")
                    || path.startsWith("/login")
                    || path.startsWith("/govbr-ds")
                    || path.equals("/token")
                    || path.equals("/jwk"));
  }

  /** What was called at gov.br since. */
  List<String> calledPaths() {
    List<String> paths = new ArrayList<>();
    system.govBr().calls().forEach(call -> paths.add(call.path("caminho").asText()));
    return paths;
  }

  private void assertNothingPersonalLogged() {
    GovBr govBr = system.govBr();
    for (Path log : logs.files()) {
      String written = logs.writtenTo(log);
      for (Persona persona : govBr.personas()) {
        assertThat(written.contains(persona.cpf())).as("a CPF in %s", log).isFalse();
        assertThat(persona.email() != null && written.contains(persona.email()))
            .as("an e-mail in %s", log)
            .isFalse();
      }
      assertThat(written.contains(TOKEN_START)).as("a token in %s", log).isFalse();
    }
  }
}
