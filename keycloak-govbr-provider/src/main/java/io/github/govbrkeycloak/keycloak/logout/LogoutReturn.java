package io.github.govbrkeycloak.keycloak.logout;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The way back from gov.br's logout. gov.br echoes no {@code state}, and one that comes is not
 * looked at: the logout is the one of this browser's own cookies, so that nobody can end the
 * session of somebody else by a link.
 */
public final class LogoutReturn {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Optional<LogoutUnderWay> underWay;
  private final Optional<UserSessionModel> signedIn;

  /** The way back by which a request comes. */
  public LogoutReturn(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.underWay = LogoutUnderWay.ofBrowser(session);
    this.signedIn =
        Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, false))
            .map(AuthResult::session);
  }

  /**
   * Ends what is left, and sends the browser to where the application wanted it.
   *
   * @return empty when there is nothing to end and nowhere to go
   */
  public Optional<Response> finish() {
    return ending().map(this::finish).or(this::landing);
  }

  /** Whether a session of this browser is being ended. */
  public boolean isUnderWay() {
    return ending().isPresent();
  }

  private Optional<UserSessionModel> ending() {
    return underWay
        .flatMap(LogoutUnderWay::session)
        .map(id -> session.sessions().getUserSession(realm, id))
        .filter(LogoutReturn::isEnding)
        .or(() -> signedIn.filter(LogoutReturn::isEnding));
  }

  /** This browser's session, if it is one that nobody asked to end. */
  public Optional<UserSessionModel> notAsked() {
    return signedIn.filter(open -> !isEnding(open));
  }

  private static boolean isEnding(UserSessionModel open) {
    return open.getState() == UserSessionModel.State.LOGGING_OUT;
  }

  /** Another tab has ended the session already; this one goes where it wanted to go. */
  private Optional<Response> landing() {
    return notAsked().isPresent()
        ? Optional.empty()
        : underWay
            .flatMap(LogoutUnderWay::landing)
            .map(url -> Response.seeOther(URI.create(url)).build());
  }

  private Response finish(UserSessionModel login) {
    AuthenticationSessionModel logout =
        AuthenticationManager.createOrJoinLogoutSession(
            session, realm, new AuthenticationSessionManager(session), login, true, false);
    // A logout from another tab puts its own in the place of this one's.
    if (logout.getAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI) == null) {
      underWay
          .flatMap(LogoutUnderWay::landing)
          .ifPresent(url -> logout.setAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI, url));
    }
    return AuthenticationManager.finishBrowserLogout(
        session,
        realm,
        login,
        session.getContext().getUri(),
        session.getContext().getConnection(),
        session.getContext().getRequestHeaders());
  }
}
