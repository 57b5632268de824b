package io.github.govbrkeycloak.keycloak.logout;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Tells Keycloak's events that a logout through gov.br did not go as it should.
 *
 * @param alias the identity provider
 */
public record LogoutFailure(KeycloakSession session, RealmModel realm, String alias) {

  /**
   * Tells it.
   *
   * @param login the session that was to be ended, unless Keycloak's was over before
   */
  public void tell(Reason why, Optional<UserSessionModel> login) {
    EventBuilder event =
        new EventBuilder(realm, session, session.getContext().getConnection())
            .event(EventType.LOGOUT);
    login.ifPresent(open -> event.user(open.getUser()).session(open));
    event
        .detail(Details.IDENTITY_PROVIDER, alias)
        .detail(Details.REASON, why.code())
        .error(Errors.LOGOUT_FAILED);
  }
}
