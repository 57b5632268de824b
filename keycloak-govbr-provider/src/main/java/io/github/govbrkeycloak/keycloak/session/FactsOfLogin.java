package io.github.govbrkeycloak.keycloak.session;

import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Finds gov.br's facts in a login whose person is known, before its session is made. */
public final class FactsOfLogin {

  private FactsOfLogin() {}

  /**
   * The facts that this login has just learnt; else those of the session that it goes on with.
   *
   * @return empty when neither came from gov.br
   */
  public static Optional<SessionFacts> of(
      KeycloakSession session, AuthenticationSessionModel login) {
    String note = login.getUserSessionNotes().get(SessionFacts.NOTE);
    return note != null
        ? SessionFacts.fromNote(note)
            .filter(
                facts ->
                    facts
                        .alias()
                        .equals(login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER)))
        : sessionOf(session, login).flatMap(FactsOfSession::of);
  }

  /** The session that a login goes on with; empty when it makes one, or it is not the person's. */
  public static Optional<UserSessionModel> sessionOf(
      KeycloakSession session, AuthenticationSessionModel login) {
    UserModel person = login.getAuthenticatedUser();
    return Optional.ofNullable(new AuthenticationSessionManager(session).getUserSession(login))
        .or(() -> sessionOfBrowser(session, login))
        .filter(open -> open.getUser() != null && open.getUser().equals(person));
  }

  private static Optional<UserSessionModel> sessionOfBrowser(
      KeycloakSession session, AuthenticationSessionModel login) {
    return Optional.ofNullable(
            AuthenticationManager.authenticateIdentityCookie(session, login.getRealm(), true))
        .map(AuthenticationManager.AuthResult::session);
  }
}
