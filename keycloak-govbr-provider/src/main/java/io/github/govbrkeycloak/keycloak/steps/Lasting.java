package io.github.govbrkeycloak.keycloak.steps;

import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What is written about a step although everything else of its request is undone. */
public final class Lasting {

  private Lasting() {}

  /**
   * Writes it: in the request's own transaction, unless that will be rolled back. Keycloak drops
   * with it what was written into the login, too, unless the login happens to lie on this node.
   *
   * @param login in which the step is
   * @param writing gets the session and the login to write with
   */
  public static void write(
      KeycloakSession session,
      AuthenticationSessionModel login,
      BiConsumer<KeycloakSession, AuthenticationSessionModel> writing) {
    if (session.getTransactionManager().getRollbackOnly()) {
      KeycloakModelUtils.runJobInTransaction(
          session.getKeycloakSessionFactory(),
          session.getContext(),
          own -> writing.accept(own, same(login, own)));
    } else {
      writing.accept(session, login);
    }
  }

  private static AuthenticationSessionModel same(
      AuthenticationSessionModel login, KeycloakSession session) {
    RealmModel realm = session.realms().getRealm(login.getRealm().getId());
    return session
        .authenticationSessions()
        .getRootAuthenticationSession(realm, login.getParentSession().getId())
        .getAuthenticationSession(realm.getClientById(login.getClient().getId()), login.getTabId());
  }
}
