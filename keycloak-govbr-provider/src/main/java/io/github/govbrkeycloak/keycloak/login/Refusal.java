package io.github.govbrkeycloak.keycloak.login;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends a login through gov.br: a line in the log, a count, an event and a page.
 *
 * @param alias the identity provider
 * @param event of the login, which is sent
 * @param contact whom the person may ask, where an administrator said so
 */
public record Refusal(
    KeycloakSession session,
    RealmModel realm,
    String alias,
    EventBuilder event,
    Optional<String> contact) {

  private static final Logger LOG = Logger.getLogger(Refusal.class);

  /**
   * Ends it.
   *
   * @param login the login, {@code null} when it is not known
   * @return the page
   */
  public Response because(Reason reason, AuthenticationSessionModel login) {
    LOG.warnf("%s alias=%s", reason.code(), alias);
    LoginMetrics.refused(realm, alias, reason);
    event
        .detail(Details.IDENTITY_PROVIDER, alias)
        .detail(Details.REASON, reason.code())
        .error(
            reason == Reason.CANCELLED
                ? Errors.REJECTED_BY_USER
                : Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
    return new RefusalPage(session, realm, alias, login).of(reason, contact);
  }
}
