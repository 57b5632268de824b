package io.github.govbrkeycloak.keycloak.steps;

import io.micrometer.core.instrument.Metrics;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Tells how many people come how far in a step: a count and an event for each stage. Nothing in
 * them tells who it was, but the event's user where there is one.
 *
 * @param step the step's name, as in {@code kc_action}
 * @param alias the identity provider that it leads to
 */
public record StepFunnel(KeycloakSession session, RealmModel realm, String step, String alias) {

  /** Detail of the events: the {@linkplain StepStage#word() stage}. */
  static final String STAGE = "etapa_fase";

  private static final String NAME = "govbr.etapa";

  /** Note of a login: it survives a way through gov.br, on which Keycloak empties the others. */
  private static final String ASKED = "govbr.etapa.pedida.";

  /**
   * Counts a stage and sends its event. An asking counts once until it ends, however often its page
   * is shown; whoever reaches it without having been asked is not counted, as there was nothing to
   * give up.
   *
   * @param login the login in which the person takes the step
   */
  public void record(StepStage stage, AuthenticationSessionModel login) {
    String asked = ASKED + step;
    switch (stage) {
      case ASKED -> {
        if (login.getClientNote(asked) != null) {
          return;
        }
        login.setClientNote(asked, "true");
      }
      case REACHED -> {
        if (login.getClientNote(asked) == null) {
          return;
        }
        login.removeClientNote(asked);
      }
      case GAVE_UP -> login.removeClientNote(asked);
      case LEFT, RETURNED -> {}
    }
    tell(stage, login);
  }

  private void tell(StepStage stage, AuthenticationSessionModel login) {
    count(realm.getName(), alias, step, stage);
    EventBuilder event =
        new EventBuilder(realm, session, session.getContext().getConnection())
            .event(EventType.CUSTOM_REQUIRED_ACTION)
            .client(login.getClient())
            .detail(Details.CUSTOM_REQUIRED_ACTION, step)
            .detail(Details.IDENTITY_PROVIDER, alias)
            .detail(Details.CODE_ID, login.getParentSession().getId())
            .detail(STAGE, stage.word());
    UserModel user = login.getAuthenticatedUser();
    if (user != null) {
      event.user(user);
    }
    event.success();
  }

  static void count(String realm, String alias, String step, StepStage stage) {
    Metrics.counter(NAME, "realm", realm, "alias", alias, "etapa", step, "fase", stage.word())
        .increment();
  }
}
