package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.login.LoginMetrics;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Stands before every token that an application is given for a person: for a code, at each refresh,
 * by exchange. What the application demands now is compared with what the session holds; gov.br
 * cannot be asked here.
 */
final class TokenGate implements TokenPostProcessor {

  private static final Logger LOG = Logger.getLogger(TokenGate.class);

  private static final String DESCRIPTION =
      "%s the session does not meet what this application demands; sign in again";

  private final KeycloakSession session;

  TokenGate(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Lets the token pass or not.
   *
   * @throws TokenInterceptorException {@code invalid_grant}, with a code
   */
  @Override
  public void process(TokenPostProcessorContext context) {
    AuthenticatedClientSessionModel application = context.clientSessionCtx().getClientSession();
    UserSessionModel userSession = application.getUserSession();
    if (userSession.getUser().getServiceAccountClientLink() != null) {
      return;
    }
    // Some scopes are kept out of the token itself, and yet the application has them.
    String granted = context.clientSessionCtx().getScopeString(true);
    Requirements demanded = new Demands(session).of(application, granted);
    if (demanded.areBinding()) {
      Optional<SessionFacts> facts = FactsOfSession.of(userSession, application);
      if (demanded.check(facts, Optional.empty()) instanceof Verdict.Lacking lacking) {
        refuse(lacking, context, facts);
      }
    }
  }

  private void refuse(
      Verdict.Lacking lacking, TokenPostProcessorContext context, Optional<SessionFacts> facts) {
    AuthenticatedClientSessionModel application = context.clientSessionCtx().getClientSession();
    Reason reason = LackReason.of(lacking);
    LOG.warnf(
        "%s client=%s %s",
        reason.code(), application.getClient().getClientId(), LackLog.of(lacking));
    LoginMetrics.refused(
        application.getRealm(),
        facts.map(SessionFacts::alias).orElse(LoginMetrics.NO_PROVIDER),
        reason);
    new EventBuilder(application.getRealm(), session, session.getContext().getConnection())
        .event(eventType(context))
        .client(application.getClient())
        .user(application.getUserSession().getUser())
        .session(application.getUserSession())
        .detail(Details.REASON, reason.code())
        .error(Errors.NOT_ALLOWED);
    throw new TokenInterceptorException(
        OAuthErrorException.INVALID_GRANT, DESCRIPTION.formatted(reason.code()));
  }

  private static EventType eventType(TokenPostProcessorContext context) {
    if (context.code() != null) {
      return EventType.CODE_TO_TOKEN;
    }
    return context.requestRefreshToken() != null ? EventType.REFRESH_TOKEN : EventType.LOGIN;
  }
}
