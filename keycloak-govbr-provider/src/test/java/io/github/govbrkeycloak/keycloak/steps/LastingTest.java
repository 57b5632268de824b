package io.github.govbrkeycloak.keycloak.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.AuthenticationSessionProvider;
import org.keycloak.sessions.RootAuthenticationSessionModel;

@DisplayName("What is written about a step")
class LastingTest {

  private final List<String> happened = new ArrayList<>();
  private final List<Object> writers = new ArrayList<>();

  private final RealmModel realm =
      answering(RealmModel.class, "realm", Map.of("getId", asked -> "id"));
  private final ClientModel client =
      answering(ClientModel.class, "client", Map.of("getId", asked -> "id"));
  private final AuthenticationSessionModel ownLogin = login("own login");
  private final KeycloakSession own = session("own", false, null);

  /** Answers the questions named, and notes that the others were put. */
  private <T> T answering(Class<T> type, String name, Map<String, Function<Object[], ?>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, question, arguments) -> {
              if (answers.containsKey(question.getName())) {
                return answers.get(question.getName()).apply(arguments);
              }
              happened.add(name + " " + question.getName());
              return null;
            }));
  }

  private AuthenticationSessionModel login(String name) {
    RootAuthenticationSessionModel browser =
        answering(RootAuthenticationSessionModel.class, name, Map.of("getId", asked -> "id"));
    return answering(
        AuthenticationSessionModel.class,
        name,
        Map.of(
            "getRealm", asked -> realm,
            "getClient", asked -> client,
            "getTabId", asked -> "tab",
            "getParentSession", asked -> browser));
  }

  private KeycloakSession session(String name, boolean isUndone, KeycloakSessionFactory factory) {
    RealmModel readAgain =
        answering(RealmModel.class, name, Map.of("getClientById", asked -> client));
    KeycloakTransactionManager transaction =
        answering(
            KeycloakTransactionManager.class,
            name,
            Map.of("getRollbackOnly", asked -> isUndone, "isActive", asked -> true));
    RealmProvider realms =
        answering(RealmProvider.class, name, Map.of("getRealm", asked -> readAgain));
    RootAuthenticationSessionModel browser =
        answering(
            RootAuthenticationSessionModel.class,
            name,
            Map.of("getAuthenticationSession", asked -> ownLogin));
    AuthenticationSessionProvider logins =
        answering(
            AuthenticationSessionProvider.class,
            name,
            Map.of("getRootAuthenticationSession", asked -> browser));
    return answering(
        KeycloakSession.class,
        name,
        Map.of(
            "getTransactionManager", asked -> transaction,
            "getKeycloakSessionFactory", asked -> factory,
            "realms", asked -> realms,
            "authenticationSessions", asked -> logins,
            "getContext", asked -> null,
            "getAttribute", asked -> null,
            "setAttribute", asked -> null));
  }

  private KeycloakSession request(boolean isUndone) {
    KeycloakSessionFactory factory =
        answering(KeycloakSessionFactory.class, "factory", Map.of("create", asked -> own));
    return session("request", isUndone, factory);
  }

  private void write(KeycloakSession request, AuthenticationSessionModel login) {
    Lasting.write(
        request,
        login,
        (session, same) -> {
          writers.addAll(List.of(session, same));
          happened.add("written");
        });
  }

  @Test
  void is_part_of_the_request() {
    KeycloakSession request = request(false);
    AuthenticationSessionModel login = login("login");

    write(request, login);

    assertThat(writers.get(0) == request && writers.get(1) == login).isTrue();
    assertThat(happened).containsExactly("written");
  }

  @Test
  void is_written_by_itself_when_the_request_is_undone() {
    write(request(true), login("login"));

    assertThat(writers.get(0) == own && writers.get(1) == ownLogin).isTrue();
    assertThat(happened).containsExactly("own begin", "written", "own close");
  }
}
