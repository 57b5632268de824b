package io.github.govbrkeycloak.keycloak.logout;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A logout from whose way through the browser nobody has come back. Keycloak would let single
 * sign-on serve its session as if nobody had signed out.
 *
 * @param session of the request
 */
public record UnfinishedLogout(KeycloakSession session) {

  /**
   * Ends a session that somebody has signed out of. Whoever begins a login has left the way of that
   * logout, and may be the next person at the same computer.
   *
   * @param open the session that the browser still knows; {@code null} when it knows none
   * @param login the login that begins
   * @return whether there was one to end: the login must not use it
   */
  public boolean isEndedBefore(UserSessionModel open, AuthenticationSessionModel login) {
    if (open == null || open.getState() != UserSessionModel.State.LOGGING_OUT) {
      return false;
    }
    AuthenticationManager.backchannelLogout(session, open, true);
    login.setAuthenticatedUser(null);
    return true;
  }
}
