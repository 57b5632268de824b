package io.github.govbrkeycloak.keycloak.logout;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.steps.LinkedProvider;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.LogoutEndpoint;
import org.keycloak.protocol.oidc.utils.LogoutUtil;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's logout, which asks no identity provider where this browser has no session any more: it
 * was idle, or its cookie is gone. gov.br's session would stay open. The application's ID token
 * still says who it was, so the browser goes on to the gov.br of that account.
 */
public final class LogoutOfEndedSession extends LogoutEndpoint {

  private static final int FOUND = Response.Status.FOUND.getStatusCode();

  private final KeycloakSession session;
  private final RealmModel realm;

  /** The logout of a request. */
  public LogoutOfEndedSession(KeycloakSession session, EventBuilder event) {
    super(session, new TokenManager(), event);
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  @Override
  public Response logout(
      String idToken,
      String clientId,
      String landing,
      String state,
      String languages,
      String initiatingProvider) {
    boolean isSignedIn =
        AuthenticationManager.authenticateIdentityCookie(session, realm, false) != null;
    Optional<IDToken> hint = isSignedIn ? Optional.empty() : read(idToken);
    // Keycloak may end this session now. Only what it has checked leads to more than this look.
    Optional<UserModel> known = hint.flatMap(this::sessionOf).map(UserSessionModel::getUser);
    Response done = super.logout(idToken, clientId, landing, state, languages, initiatingProvider);
    return hint.filter(token -> isSentToApplication(done))
        .flatMap(
            token ->
                known
                    .or(() -> userOf(token))
                    .flatMap(person -> toGovBr(token, person, done.getLocation())))
        .orElse(done);
  }

  private Optional<Response> toGovBr(IDToken hint, UserModel person, URI landing) {
    Optional<UserSessionModel> unfinished =
        sessionOf(hint).filter(open -> open.getState() == UserSessionModel.State.LOGGING_OUT);
    // Another tab is there for it, and is to come back as if this one had not been.
    return unfinished.filter(open -> new AtGovBr(open).isSo(Instant.now())).isPresent()
        ? Optional.empty()
        : LinkedProvider.of(
                session,
                realm,
                person,
                unfinished.map(open -> open.getNote(Details.IDENTITY_PROVIDER)))
            .map(this::logoutAt)
            .map(logout -> logout.beginAgain(unfinished, landing));
  }

  /** Whether Keycloak has accepted everything, and sees nothing left to do. */
  private boolean isSentToApplication(Response answer) {
    AuthenticationSessionModel logout = session.getContext().getAuthenticationSession();
    return answer.getStatus() == FOUND
        && logout != null
        && answer
            .getLocation()
            .equals(
                LogoutUtil.getRedirectUriWithAttachedState(
                    logout.getAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI), logout));
  }

  private Optional<UserSessionModel> sessionOf(IDToken hint) {
    return Optional.ofNullable(hint.getSessionId())
        .map(id -> session.sessions().getUserSession(realm, id));
  }

  private Optional<UserModel> userOf(IDToken hint) {
    return Optional.ofNullable(hint.getSubject()).map(id -> session.users().getUserById(realm, id));
  }

  private LogoutAtGovBr logoutAt(GovBrConfig config) {
    return new LogoutAtGovBr(
        session, realm, config, GovBrIdentityProviderFactory.of(session).calls());
  }

  /** Keycloak checks the token's signature; that it has expired does not matter here. */
  private static Optional<IDToken> read(String idToken) {
    try {
      return idToken == null
          ? Optional.empty()
          : Optional.ofNullable(new JWSInput(idToken).readJsonContent(IDToken.class));
    } catch (JWSInputException unreadable) {
      return Optional.empty();
    }
  }
}
