package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.session.FactsOfLogin;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * gov.br's facts about the person who goes through a step, and how the step changes them.
 *
 * @param session of the request
 * @param login in which the step is
 */
public record StepFacts(KeycloakSession session, AuthenticationSessionModel login) {

  /** The facts; empty when the person did not sign in through gov.br. */
  public Optional<SessionFacts> read() {
    return FactsOfLogin.of(session, login);
  }

  /**
   * The facts as other requests have left them by now, in a transaction of its own: what this
   * request has read of the session before may be older.
   */
  public Optional<SessionFacts> readAnew() {
    return login.getUserSessionNotes().containsKey(SessionFacts.NOTE)
        ? read()
        : FactsOfLogin.sessionOf(session, login).flatMap(open -> readAnew(open.getId()));
  }

  private Optional<SessionFacts> readAnew(String userSession) {
    String realmId = login.getRealm().getId();
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        own -> {
          RealmModel realm = own.realms().getRealm(realmId);
          own.getContext().setRealm(realm);
          return Optional.ofNullable(own.sessions().getUserSession(realm, userSession))
              .flatMap(FactsOfSession::of);
        });
  }

  /**
   * Puts other facts in their place, at once: tokens of the session have them from now on. The
   * login's own note is written only where it has one, because it ends in the session: a step left
   * open in another tab must not bring older facts back.
   */
  public void write(SessionFacts facts) {
    if (login.getUserSessionNotes().containsKey(SessionFacts.NOTE)) {
      login.setUserSessionNote(SessionFacts.NOTE, facts.toNote());
    }
    FactsOfLogin.sessionOf(session, login)
        .filter(open -> facts.alias().equals(open.getNote(Details.IDENTITY_PROVIDER)))
        .ifPresent(open -> open.setNote(SessionFacts.NOTE, facts.toNote()));
  }

  /** Forgets gov.br's token, where the session keeps it. */
  public void forgetToken() {
    login.setUserSessionNote(KeptToken.NOTE, KeptToken.NONE);
    FactsOfLogin.sessionOf(session, login)
        .ifPresent(
            open -> {
              KeptToken.forget(session, open);
              open.removeNote(KeptToken.NOTE);
            });
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "StepFacts";
  }
}
