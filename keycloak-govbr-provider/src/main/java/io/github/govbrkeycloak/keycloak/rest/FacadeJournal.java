package io.github.govbrkeycloak.keycloak.rest;

import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Tells which application was told what about whom, and who was refused: a count for each request,
 * an event where something was told, or an application was not let in.
 *
 * @param part of the facade
 */
record FacadeJournal(KeycloakSession session, FacadePart part) {

  /** Detail of the events: the part of the facade. */
  static final String PART = "recurso";

  private static final String NAME = "govbr.fachada";
  private static final String TOLD = "respondido";

  /** The application was told what it asked for. */
  void told(FacadeCaller caller, String alias) {
    count(TOLD);
    event(caller.identity()).detail(Details.IDENTITY_PROVIDER, alias).success();
  }

  /** The application was told why it is told nothing. */
  void refused(Optional<FacadeCaller> caller, Problem why) {
    count(why.word());
    caller
        .filter(known -> why.isIncident())
        .ifPresent(known -> event(known.identity()).error(why.word()));
  }

  private EventBuilder event(AuthResult caller) {
    return new EventBuilder(realm(), session, session.getContext().getConnection())
        .event(EventType.USER_INFO_REQUEST)
        .client(caller.client())
        .user(caller.user())
        .session(caller.session())
        .detail(PART, part.role());
  }

  private void count(String result) {
    Metrics.counter(NAME, "realm", realm().getName(), "recurso", part.role(), "resultado", result)
        .increment();
  }

  private RealmModel realm() {
    return session.getContext().getRealm();
  }
}
