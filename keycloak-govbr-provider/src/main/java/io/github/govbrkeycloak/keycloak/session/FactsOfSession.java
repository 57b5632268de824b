package io.github.govbrkeycloak.keycloak.session;

import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.UserSessionModel;

/** Finds gov.br's facts in a Keycloak session. */
public final class FactsOfSession {

  private FactsOfSession() {}

  /**
   * The facts of the login that made this session.
   *
   * @return empty when the session did not come from gov.br, or somebody signed in by another way
   *     since: their facts are not gov.br's
   */
  public static Optional<SessionFacts> of(UserSessionModel session) {
    return SessionFacts.fromNote(session.getNote(SessionFacts.NOTE))
        .filter(facts -> facts.alias().equals(session.getNote(Details.IDENTITY_PROVIDER)));
  }

  /**
   * The same facts as one application is to see them: with the company that the person chose there.
   *
   * @param application the application's part of the session; {@code null} when it has none
   */
  public static Optional<SessionFacts> of(
      UserSessionModel session, AuthenticatedClientSessionModel application) {
    return of(session)
        .map(facts -> CompanyChoice.of(application).map(choice -> choice.in(facts)).orElse(facts));
  }
}
