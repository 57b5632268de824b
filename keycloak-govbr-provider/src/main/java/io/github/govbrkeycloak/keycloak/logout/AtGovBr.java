package io.github.govbrkeycloak.keycloak.logout;

import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.UserSessionModel;

/**
 * Whether a tab of the browser is at gov.br for the logout of a session. Nobody may come back from
 * there, and Keycloak's session is being ended for ever: so it counts only for a moment, in which
 * another tab is not to get in the way.
 *
 * @param login the session that is being ended
 */
record AtGovBr(UserSessionModel login) {

  private static final String SINCE = "govbr.logout-since";

  /** As long as gov.br takes to answer somebody who does nothing there. */
  private static final Duration MOMENT = Duration.ofSeconds(30);

  /** A tab is being sent there. */
  void begin(Instant now) {
    login.setNote(SINCE, Long.toString(now.getEpochSecond()));
  }

  /** None is: gov.br does not answer. */
  void failed() {
    login.removeNote(SINCE);
  }

  /** Whether one is there now. */
  boolean isSo(Instant now) {
    String since = login.getNote(SINCE);
    return login.getState() == UserSessionModel.State.LOGGING_OUT
        && since != null
        && now.isBefore(Instant.ofEpochSecond(Long.parseLong(since)).plus(MOMENT));
  }
}
