package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * gov.br's own logout, which is not OpenID Connect's: one parameter, always in the query, nothing
 * echoed. Whoever did not register exactly this address is left on the login page of another
 * service.
 */
@Path("/logout")
public final class LogoutResource {

  /** The client in whose login page people are left in production. */
  static final String STRANDED_CLIENT = "contas.acesso.gov.br";

  private final BrowserSessions sessions;
  private final PendingLogins logins;
  private final Clients clients;
  private final Settings settings;
  private final Issuer issuer;

  LogoutResource(
      BrowserSessions sessions,
      PendingLogins logins,
      Clients clients,
      Settings settings,
      Issuer issuer) {
    this.sessions = sessions;
    this.logins = logins;
    this.clients = clients;
    this.settings = settings;
    this.issuer = issuer;
  }

  /** Ends the session of the browser. */
  @GET
  public Response get(
      @QueryParam("post_logout_redirect_uri") String target,
      @CookieParam(BrowserSessions.COOKIE) String cookie) {
    return logout(target, cookie);
  }

  /** The same; the parameter is in the query here too. */
  @POST
  public Response post(
      @QueryParam("post_logout_redirect_uri") String target,
      @CookieParam(BrowserSessions.COOKIE) String cookie) {
    return logout(target, cookie);
  }

  private Response logout(String target, String cookie) {
    if (target != null && clients.haveLogoutUri(target)) {
      return Redirect.to(target).cookie(sessions.end(cookie)).build();
    }
    String stranded = LoginAddress.of(issuer, STRANDED_CLIENT, logins.nextId());
    return settings.chosen(Choice.STRANDED_SESSION_SURVIVES)
        ? Redirect.to(stranded).build()
        : Redirect.to(stranded).cookie(sessions.end(cookie)).build();
  }
}
