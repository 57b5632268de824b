package io.github.govbrkeycloak.keycloak.logout;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.steps.LinkedProvider;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.LogoutEndpoint;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AuthenticationManager;

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
    Response done = super.logout(idToken, clientId, landing, state, languages, initiatingProvider);
    return isSignedIn || idToken == null || !isSentTo(landing, done)
        ? done
        : toGovBr(checked(idToken), done);
  }

  private Response toGovBr(IDToken idToken, Response done) {
    Optional<UserSessionModel> unfinished = unfinished(idToken.getSessionId());
    // Another tab is there for it, and is to come back as if this one had not been.
    return unfinished.filter(open -> new AtGovBr(open).isSo(Instant.now())).isPresent()
        ? done
        : govBrOf(idToken)
            .map(logout -> logout.beginAgain(unfinished, done.getLocation()))
            .orElse(done);
  }

  /** Whether Keycloak has accepted everything, and sees nothing left to do. */
  private static boolean isSentTo(String landing, Response answer) {
    return landing != null
        && answer.getStatus() == FOUND
        && isSamePlace(URI.create(landing), answer.getLocation());
  }

  private static boolean isSamePlace(URI asked, URI answered) {
    return answered.getPath() != null
        && answered.getPath().equals(asked.getPath())
        && answered.getAuthority() != null
        && answered.getAuthority().equals(asked.getAuthority());
  }

  private Optional<LogoutAtGovBr> govBrOf(IDToken idToken) {
    return Optional.ofNullable(session.users().getUserById(realm, idToken.getSubject()))
        .flatMap(user -> LinkedProvider.of(session, realm, user, Optional.empty()))
        .map(this::logoutAt);
  }

  /** The session, if it has been signed out of and the browser has not come back from gov.br. */
  private Optional<UserSessionModel> unfinished(String id) {
    return Optional.ofNullable(id)
        .map(known -> session.sessions().getUserSession(realm, known))
        .filter(open -> open.getState() == UserSessionModel.State.LOGGING_OUT);
  }

  private LogoutAtGovBr logoutAt(GovBrConfig config) {
    return new LogoutAtGovBr(
        session, realm, config, GovBrIdentityProviderFactory.of(session).calls());
  }

  /** Keycloak has checked the token's signature; that it has expired does not matter here. */
  private static IDToken checked(String idToken) {
    try {
      return new JWSInput(idToken).readJsonContent(IDToken.class);
    } catch (JWSInputException unreadable) {
      throw new IllegalStateException("unreadable after it was checked", unreadable);
    }
  }
}
