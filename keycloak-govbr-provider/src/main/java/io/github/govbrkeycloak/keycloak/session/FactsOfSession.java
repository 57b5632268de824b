package io.github.govbrkeycloak.keycloak.session;

import java.util.Optional;
import org.keycloak.events.Details;
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
}
