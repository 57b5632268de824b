package io.github.govbrkeycloak.keycloak.steps;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.RestartLoginCookie;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * The application's request once more, after its login has gone with time: Keycloak keeps it,
 * encrypted, in a cookie of the browser.
 */
public final class RestartedLogin {

  private RestartedLogin() {}

  /** Begins it anew; empty when the browser has no such cookie, or one that cannot be read. */
  public static Optional<AuthenticationSessionModel> of(KeycloakSession session, RealmModel realm) {
    String cookie = RestartLoginCookie.getRestartCookie(session);
    if (cookie == null) {
      return Optional.empty();
    }
    try {
      RestartLoginCookie request = RestartLoginCookie.decryptAndDecode(session, cookie);
      return request == null
          ? Optional.empty()
          : Optional.ofNullable(
              RestartLoginCookie.restartSession(
                  session, realm, browser(session, realm), request.getClientId(), cookie));
    } catch (Exception unreadable) {
      // Declared by Keycloak as any exception; whatever it is, there is nothing to begin anew.
      return Optional.empty();
    }
  }

  /** Where somebody is signed in, a login of the same id: else their session would be replaced. */
  private static RootAuthenticationSessionModel browser(KeycloakSession session, RealmModel realm) {
    AuthenticationSessionManager logins = new AuthenticationSessionManager(session);
    RootAuthenticationSessionModel open = logins.getCurrentRootAuthenticationSession(realm);
    AuthenticationManager.AuthResult signedIn =
        AuthenticationManager.authenticateIdentityCookie(session, realm, true);
    if (open != null || signedIn == null) {
      return open;
    }
    UserSessionModel userSession = signedIn.session();
    logins.setAuthSessionCookie(userSession.getId());
    return session
        .authenticationSessions()
        .createRootAuthenticationSession(realm, userSession.getId());
  }
}
