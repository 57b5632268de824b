package io.github.govbrkeycloak.keycloak.session;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The logins that a browser has under way, each in a tab of its own. */
public final class OpenLogins {

  private OpenLogins() {}

  /** Those of the browser that sent the request. */
  public static Stream<AuthenticationSessionModel> of(KeycloakSession session, RealmModel realm) {
    return Optional.ofNullable(
            new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm))
        .stream()
        .flatMap(browser -> browser.getAuthenticationSessions().values().stream());
  }
}
