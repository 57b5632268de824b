package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.LoginMetrics;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.login.WaysOn;
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
 * What becomes of a login through gov.br that lacks what the application demands: no account, no
 * session, but a page that says what is missing and what the person can do.
 *
 * @param config the identity provider
 * @param event of the login, which is sent
 */
public record LackingLogin(
    KeycloakSession session, RealmModel realm, GovBrConfig config, EventBuilder event) {

  private static final Logger LOG = Logger.getLogger(LackingLogin.class);

  /** Answers the browser of a login that must not go on as it is. */
  public Response lacking(Verdict.Lacking verdict, AuthenticationSessionModel login) {
    Reason reason = LackReason.of(verdict);
    tell(reason, verdict, login);
    WaysOn ways = new WaysOn(session, realm, config.getAlias());
    LackPage page = new LackPage(session, login, verdict);
    Optional<String> application = ways.application(login.getClient());
    application.ifPresent(page::andApplication);
    // A demand that is written wrongly is so the next time, too.
    if (reason != Reason.DEMAND_UNKNOWN || application.isEmpty()) {
      page.andAgain(ways.again(login));
    }
    if (reason == Reason.FACTOR_MISSING) {
      new FactorRetry(session, realm, config).offer(page, login);
    }
    return page.show();
  }

  private void tell(Reason reason, Verdict.Lacking verdict, AuthenticationSessionModel login) {
    LOG.warnf(
        "%s alias=%s client=%s %s",
        reason.code(), config.getAlias(), login.getClient().getClientId(), LackLog.of(verdict));
    LoginMetrics.refused(realm, config.getAlias(), reason);
    event
        .detail(Details.IDENTITY_PROVIDER, config.getAlias())
        .detail(Details.REASON, reason.code())
        .error(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
  }
}
