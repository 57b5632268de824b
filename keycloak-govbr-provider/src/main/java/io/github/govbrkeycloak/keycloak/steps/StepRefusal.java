package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.login.Reason;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Tells the log, the metrics and the events that a step was not done.
 *
 * @param step its name
 * @param alias the identity provider
 */
public record StepRefusal(String step, String alias) {

  private static final Logger LOG = Logger.getLogger(StepRefusal.class);
  private static final String NAME = "govbr.etapa.recusa";

  /**
   * Tells it.
   *
   * @param event of the request, which stays as it is
   * @param login in which the step is, where it is known
   */
  public void tell(Reason why, EventBuilder event, Optional<AuthenticationSessionModel> login) {
    LOG.warnf("%s step=%s alias=%s", why.code(), step, alias);
    count(event.getEvent().getRealmName(), why);
    EventBuilder own = event.clone().event(EventType.CUSTOM_REQUIRED_ACTION);
    login.ifPresent(open -> own.client(open.getClient()).user(open.getAuthenticatedUser()));
    own.detail(Details.CUSTOM_REQUIRED_ACTION, step)
        .detail(Details.IDENTITY_PROVIDER, alias)
        .detail(Details.REASON, why.code())
        .error(
            why == Reason.CANCELLED || why == Reason.PASSWORD_NOT_CONFIRMED
                ? Errors.REJECTED_BY_USER
                : Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
  }

  void count(String realm, Reason why) {
    Metrics.counter(NAME, "realm", realm, "alias", alias, "etapa", step, "codigo", why.code())
        .increment();
  }
}
