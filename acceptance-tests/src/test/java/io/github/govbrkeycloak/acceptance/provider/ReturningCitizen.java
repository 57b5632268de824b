package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;

/** One browser that signs in again and again, each time anew at gov.br. */
final class ReturningCitizen implements AutoCloseable {

  private final RunningSystem system;
  private TestApplication application;
  private Account account;

  private ReturningCitizen(RunningSystem system) {
    this.system = system;
    open();
  }

  static ReturningCitizen of(RunningSystem system) {
    return new ReturningCitizen(system);
  }

  private void open() {
    system.govBr().forgetEverybody();
    application = TestApplication.open(system);
  }

  /** The account after a login. */
  Account signIn(String persona) {
    if (account == null) {
      application.signInAs(persona);
    } else {
      system.govBr().forgetEverybody();
      application.openLogin(Map.of("prompt", "login"));
      application.finishAtGovBrIfAskedAs(persona);
    }
    assertThat(application.isReached()).as("the login goes on").isTrue();
    JsonNode claims = Jwt.claims(application.tokens().path("id_token").asText());
    account = Account.of(system.keycloakAdmin(), claims);
    return account;
  }

  /** Signs in as if for the first time ever, whoever signed in as this person before. */
  Account signInForTheFirstTime(String persona) {
    signIn(persona).delete();
    account = null;
    application.close();
    open();
    return signIn(persona);
  }

  /** The account of the last login. */
  Account account() {
    return account;
  }

  /** Closes the browser and deletes the account. */
  @Override
  public void close() {
    application.close();
    if (account != null) {
      account.delete();
    }
  }
}
