package io.github.govbrkeycloak.keycloak.rest;

import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.encode.AccessTokenContext.TokenType;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.services.util.MtlsHoKTokenUtil;

/**
 * Who calls the facade: an application with a token of this realm whose audience is the client
 * {@code govbr}, and that has a role of that client for each part.
 *
 * @param identity the application, the person and the person's session
 * @param token what the token says; of a lightweight one, what introspection would tell
 */
record FacadeCaller(AuthResult identity, AccessToken token) {

  /** The client whose roles open the parts. */
  private static final String AUDIENCE = "govbr";

  /** The caller of this request; empty when there is no good token, or it is for somebody else. */
  static Optional<FacadeCaller> of(KeycloakSession session) {
    return authenticated(session)
        .filter(identity -> isWithItsCertificate(session, identity))
        .map(identity -> new FacadeCaller(identity, whole(session, identity)))
        .filter(caller -> caller.token().hasAudience(AUDIENCE));
  }

  private static Optional<AuthResult> authenticated(KeycloakSession session) {
    try {
      return Optional.ofNullable(
          new AppAuthManager.BearerTokenAuthenticator(session).authenticate());
    } catch (NotAuthorizedException malformedHeader) {
      return Optional.empty();
    }
  }

  /**
   * A token that is bound to a certificate (RFC 8705), or whose application has only such tokens,
   * is good only together with that certificate, as at Keycloak's userinfo.
   */
  private static boolean isWithItsCertificate(KeycloakSession session, AuthResult identity) {
    AccessToken token = identity.token();
    boolean isBound =
        token.getConfirmation() != null && token.getConfirmation().getCertThumbprint() != null;
    if (!isBound) {
      return !OIDCAdvancedConfigWrapper.fromClientModel(identity.client()).isUseMtlsHokToken();
    }
    return MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
        token, session.getContext().getHttpRequest(), session);
  }

  private static AccessToken whole(KeycloakSession session, AuthResult identity) {
    AccessToken token = identity.token();
    AuthenticatedClientSessionModel application =
        identity.session().getAuthenticatedClientSessionByClient(identity.client().getId());
    if (!isLightweight(session, token) || application == null) {
      return token;
    }
    ClientSessionContext context =
        DefaultClientSessionContext.fromClientSessionAndScopeParameter(
            application, token.getScope(), session);
    AccessToken basic = new AccessToken();
    basic.setScope(token.getScope());
    basic.audience(token.getAudience());
    return new TokenManager()
        .transformIntrospectionAccessToken(session, token, basic, identity.session(), context);
  }

  private static boolean isLightweight(KeycloakSession session, AccessToken token) {
    return token.getId() != null
        && session
                .getProvider(TokenContextEncoderProvider.class)
                .getTokenContextFromTokenId(token.getId())
                .getTokenType()
            == TokenType.LIGHTWEIGHT;
  }

  boolean mayRead(FacadePart part) {
    return Optional.ofNullable(token.getResourceAccess(AUDIENCE))
        .filter(access -> access.isUserInRole(part.role()))
        .isPresent();
  }

  /** It holds a token's claims. */
  @Override
  public String toString() {
    return "FacadeCaller";
  }
}
