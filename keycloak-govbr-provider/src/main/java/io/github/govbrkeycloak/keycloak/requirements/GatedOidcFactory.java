package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.logout.LogoutOfEndedSession;
import io.github.govbrkeycloak.keycloak.logout.UnfinishedLogout;
import jakarta.ws.rs.core.Response;
import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's OpenID Connect with a gate before the code is given out. It takes the place of
 * Keycloak's own by having its id and a higher order, so no realm can be without it.
 */
public final class GatedOidcFactory extends OIDCLoginProtocolFactory {

  private OIDCProviderConfig settings;

  @Override
  public void init(Config.Scope config) {
    super.init(config);
    settings = new OIDCProviderConfig(config);
  }

  @Override
  public int order() {
    return super.order() + 1;
  }

  @Override
  public LoginProtocol create(KeycloakSession session) {
    return new Gated(settings).setSession(session);
  }

  @Override
  public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
    return new Endpoints(session, event);
  }

  private static final class Endpoints extends OIDCLoginProtocolService {

    private final KeycloakSession session;
    private final EventBuilder event;

    Endpoints(KeycloakSession session, EventBuilder event) {
      super(session, event);
      this.session = session;
      this.event = event;
    }

    @Override
    public Object logout() {
      return new LogoutOfEndedSession(session, event);
    }
  }

  private static final class Gated extends OIDCLoginProtocol {

    Gated(OIDCProviderConfig settings) {
      super(settings);
    }

    @Override
    public boolean requireReauthentication(
        UserSessionModel userSession, AuthenticationSessionModel login) {
      return new UnfinishedLogout(session).isEndedBefore(userSession, login)
          || super.requireReauthentication(userSession, login)
          || new ApplicationGate(session).needsNewLogin(userSession, login);
    }

    @Override
    public Response authenticated(
        AuthenticationSessionModel login,
        UserSessionModel userSession,
        ClientSessionContext application) {
      return new ApplicationGate(session)
          .stop(login, userSession, application.getClientSession(), event)
          .orElseGet(() -> super.authenticated(login, userSession, application));
    }
  }
}
