package io.github.govbrkeycloak.keycloak.logout;

import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.login.GovBrEndpoint;
import io.github.govbrkeycloak.keycloak.login.Reason;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.apache.http.client.methods.HttpGet;
import org.jboss.logging.Logger;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.LogoutUtil;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The way of a logout through gov.br (roteiro, "Passo 8"). Its logout takes exactly the registered
 * address, echoes no {@code state}, and needs no token: so nothing else is sent.
 *
 * @param session of the request
 * @param realm in which somebody signs out
 * @param config of the identity provider
 * @param calls how gov.br is called
 */
public record LogoutAtGovBr(
    KeycloakSession session,
    RealmModel realm,
    OIDCIdentityProviderConfig config,
    GovBrCalls calls) {

  private static final Logger LOG = Logger.getLogger(LogoutAtGovBr.class);
  private static final String UNREACHABLE_PAGE = "govbr-saida.ftl";

  /** The address to register at gov.br as the one to come back to after a logout. */
  public static URI registered(URI keycloak, String realmName, String alias) {
    return UriBuilder.fromUri(Urls.identityProviderAuthnResponse(keycloak, alias, realmName))
        .path(GovBrEndpoint.LOGOUT_RESPONSE)
        .build();
  }

  /**
   * Where the browser is sent to sign out of gov.br.
   *
   * @param registered the address to come back to
   */
  public static URI address(OIDCIdentityProviderConfig config, URI registered) {
    return UriBuilder.fromUri(config.getLogoutUrl())
        .queryParam("post_logout_redirect_uri", registered.toString())
        .build();
  }

  /**
   * Ends the session here and sends the browser to gov.br; where gov.br does not answer the browser
   * would be stuck, so the person is told instead.
   *
   * @param login the session that is being ended
   */
  public Response begin(UserSessionModel login) {
    return leave(
        Optional.of(login),
        landing(),
        () -> new Applications(session, realm, login).signOutAtOnce());
  }

  /**
   * The same when this browser has no session any more.
   *
   * @param login one that was signed out of before, and from whose logout nobody has come back
   * @param landing where the application wants the person back
   */
  Response beginAgain(Optional<UserSessionModel> login, URI landing) {
    return leave(login, Optional.of(landing.toString()), () -> {});
  }

  private Response leave(
      Optional<UserSessionModel> login, Optional<String> landing, Runnable endHere) {
    URI wayBack =
        registered(session.getContext().getUri().getBaseUri(), realm.getName(), config.getAlias());
    URI logout = address(config, wayBack);
    NewCookie cookie =
        new LogoutUnderWay(login.map(UserSessionModel::getId), landing).keep(session, wayBack);
    endHere.run();
    Outcome outcome = ask(logout);
    // Too many ask already: that says nothing of gov.br.
    if (outcome == Outcome.OK || outcome == Outcome.BUSY) {
      login.ifPresent(open -> new AtGovBr(open).begin(Instant.now()));
      return Response.seeOther(logout).cookie(cookie).build();
    }
    LOG.warnf(
        "%s alias=%s: %s", Reason.LOGOUT_UNREACHABLE.code(), config.getAlias(), outcome.word());
    login.ifPresent(open -> new AtGovBr(open).failed());
    new LogoutFailure(session, realm, config.getAlias()).tell(Reason.LOGOUT_UNREACHABLE, login);
    return unreachable(logout, wayBack, cookie);
  }

  /** Whether gov.br's logout answers, in a place of those who are signed in: never in a login's. */
  private Outcome ask(URI logout) {
    return calls
        .fetch(
            config.getInternalId(),
            session.getProvider(HttpClientProvider.class).getHttpClient(),
            Request.whole(Api.LOGOUT, config.getLogoutUrl(), new HttpGet(logout)),
            Instant.now().plus(calls.extrasDeadline()))
        .outcome();
  }

  private Optional<String> landing() {
    AuthenticationSessionModel logout = session.getContext().getAuthenticationSession();
    return Optional.ofNullable(logout)
        .map(open -> open.getAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI))
        .map(url -> LogoutUtil.getRedirectUriWithAttachedState(url, logout).toString());
  }

  private Response unreachable(URI logout, URI wayBack, NewCookie cookie) {
    Response page =
        session
            .getProvider(LoginFormsProvider.class)
            .setAuthenticationSession(session.getContext().getAuthenticationSession())
            .setAttribute("sentence", Reason.LOGOUT_UNREACHABLE.messageKey())
            .setAttribute("code", Reason.LOGOUT_UNREACHABLE.code())
            .setAttribute("logoutUrl", logout.toString())
            .setAttribute("backUrl", wayBack.toString())
            .createForm(UNREACHABLE_PAGE);
    return Response.fromResponse(page).cookie(cookie).build();
  }
}
