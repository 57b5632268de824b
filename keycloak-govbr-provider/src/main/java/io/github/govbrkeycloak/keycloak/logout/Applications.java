package io.github.govbrkeycloak.keycloak.logout;

import java.util.List;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * The applications that a person is signed in to, when the person signs out of one of them.
 *
 * <p>Keycloak tells them only when the browser comes back from gov.br, which it may never do. So
 * those that can be told without the browser are told before.
 *
 * @param session of the request
 * @param realm of the applications
 * @param login the session that is being ended
 */
record Applications(KeycloakSession session, RealmModel realm, UserSessionModel login) {

  /**
   * Signs the person out of every application that need not be told through the browser, and of
   * Keycloak's own single sign-on.
   */
  void signOutAtOnce() {
    List<AuthenticatedClientSessionModel> open =
        login.getAuthenticatedClientSessions().values().stream()
            .filter(Applications::isOpen)
            .toList();
    open.stream()
        .filter(application -> !needsBrowser(application.getClient()))
        .forEach(
            application ->
                AuthenticationManager.backchannelLogoutUserSessionFromClient(
                    session,
                    realm,
                    login,
                    application.getClient(),
                    session.getContext().getUri(),
                    session.getContext().getRequestHeaders()));
    // Keycloak's SAML endpoint knows a logout under way by this cookie alone.
    if (open.stream().noneMatch(application -> comesBackBySaml(application.getClient()))) {
      AuthenticationManager.expireIdentityCookie(session);
      AuthenticationManager.expireRememberMeCookie(session);
    }
    forgetLoginsOfBrowser();
  }

  /**
   * The browser's logins have the id of the session: the next person's would meet it, as that of a
   * different user.
   */
  private void forgetLoginsOfBrowser() {
    CookieProvider cookies = session.getProvider(CookieProvider.class);
    cookies.expire(CookieType.AUTH_SESSION_ID);
    cookies.expire(CookieType.AUTH_SESSION_ID_HASH);
  }

  private static boolean isOpen(AuthenticatedClientSessionModel application) {
    return !Action.LOGGED_OUT.name().equals(application.getAction())
        && !Action.LOGGING_OUT.name().equals(application.getAction());
  }

  private static boolean needsBrowser(ClientModel client) {
    return comesBackBySaml(client)
        || (client.isFrontchannelLogout()
            && OIDCAdvancedConfigWrapper.fromClientModel(client).isFrontChannelLogoutEnabled());
  }

  private static boolean comesBackBySaml(ClientModel client) {
    return client.isFrontchannelLogout()
        && !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
  }
}
