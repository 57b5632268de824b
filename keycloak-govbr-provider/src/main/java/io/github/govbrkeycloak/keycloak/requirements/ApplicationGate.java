package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.login.LoginMetrics;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.login.WaysOn;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands between a session and an application that is about to be given it, as a code or as an
 * assertion, however the session was made: through gov.br, by password, or long ago for another
 * application.
 *
 * @param session of the request
 */
record ApplicationGate(KeycloakSession session) {

  private static final Logger LOG = Logger.getLogger(ApplicationGate.class);

  /**
   * Whether single sign-on must not serve a login, because a new login at gov.br may bring what the
   * session lacks. What that cannot cure is told at once, by {@link #stop}.
   */
  boolean needsNewLogin(UserSessionModel userSession, AuthenticationSessionModel login) {
    if (userSession == null) {
      return false;
    }
    Requirements demanded = new Demands(session).of(login).beforeCompanyChoice();
    return demanded.areBinding()
        && demanded.check(FactsOfSession.of(userSession), Optional.empty())
            instanceof Verdict.Lacking lacking
        && lacking.of(Lack.NotGovBr.class).findAny().isEmpty()
        && lacking.of(Lack.UnknownWord.class).findAny().isEmpty();
  }

  /**
   * What the person gets in place of the application.
   *
   * @param event of the login; marked as failed, and sent unless Keycloak is still to send it
   * @return empty when nothing is lacking
   */
  Optional<Response> stop(
      AuthenticationSessionModel login,
      UserSessionModel userSession,
      AuthenticatedClientSessionModel application,
      EventBuilder event) {
    Demands.keep(login, application);
    Requirements demanded = new Demands(session).of(login);
    if (!demanded.areBinding()) {
      return Optional.empty();
    }
    Optional<SessionFacts> facts = FactsOfSession.of(userSession, application);
    return demanded.check(facts, Optional.empty()) instanceof Verdict.Lacking lacking
        ? Optional.of(refuse(lacking, login, facts.map(SessionFacts::alias), event))
        : Optional.empty();
  }

  private Response refuse(
      Verdict.Lacking lacking,
      AuthenticationSessionModel login,
      Optional<String> alias,
      EventBuilder event) {
    RealmModel realm = login.getRealm();
    Reason reason = reason(lacking, realm);
    LOG.warnf(
        "%s client=%s %s", reason.code(), login.getClient().getClientId(), LackLog.of(lacking));
    LoginMetrics.refused(realm, alias.orElse(LoginMetrics.NO_PROVIDER), reason);
    fail(event.detail(Details.REASON, reason.code()));
    LackPage page = new LackPage(session, login, lacking, reason).andSignOut(signOut(realm, login));
    new WaysOn(session, realm, alias.orElse(LoginMetrics.NO_PROVIDER))
        .application(login.getClient())
        .ifPresent(page::andApplication);
    return page.show();
  }

  /** Nobody is told to choose a company where the realm has no step to choose one in. */
  private static Reason reason(Verdict.Lacking lacking, RealmModel realm) {
    Reason reason = LackReason.of(lacking);
    return reason == Reason.COMPANY_MISSING && !CompanyNeed.canBeMetIn(realm)
        ? Reason.STEP_NOT_PREPARED
        : reason;
  }

  /** On some ways Keycloak has sent the event by now, on others it is about to. */
  private static void fail(EventBuilder event) {
    boolean isSent = event.getEvent().getId() != null;
    if (isSent) {
      event.event(EventType.LOGIN).error(Errors.NOT_ALLOWED);
    } else {
      event.event(EventType.LOGIN_ERROR);
      event.getEvent().setError(Errors.NOT_ALLOWED);
    }
  }

  private URI signOut(RealmModel realm, AuthenticationSessionModel login) {
    return OIDCLoginProtocolService.logoutUrl(
            UriBuilder.fromUri(session.getContext().getUri().getBaseUri()))
        .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
        .build(realm.getName());
  }
}
