package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;

/** Finds the facts of the login that is under way. */
final class LoginFacts {

  private LoginFacts() {}

  /** The facts; empty when the login did not bring them, which is as if nothing were known. */
  static Optional<SessionFacts> of(BrokeredIdentityContext context) {
    return context.getContextData().get(SessionFacts.NOTE) instanceof String note
        ? SessionFacts.fromNote(note)
        : Optional.empty();
  }
}
