package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** gov.br's login page: one address, and each login under way knows which step it is at. */
@Path("/login")
public final class LoginResource {

  private final PendingLogins logins;
  private final BrowserSessions sessions;
  private final LoginSteps steps;
  private final LoginPages pages;

  LoginResource(
      PendingLogins logins, BrowserSessions sessions, LoginSteps steps, LoginPages pages) {
    this.logins = logins;
    this.sessions = sessions;
    this.steps = steps;
    this.pages = pages;
  }

  /** Shows the step a login is at. */
  @GET
  public Response show(
      @QueryParam("client_id") String clientId,
      @QueryParam("authorization_id") String authorizationId,
      @CookieParam(BrowserSessions.COOKIE) String cookie) {
    if (LogoutResource.STRANDED_CLIENT.equals(clientId)) {
      return pages.stranded().build();
    }
    return find(clientId, authorizationId, cookie)
        .map(steps::show)
        .orElseGet(pages::noSuchLogin)
        .build();
  }

  /** Takes what the person did at a step. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(
      @QueryParam("client_id") String clientId,
      @QueryParam("authorization_id") String authorizationId,
      @CookieParam(BrowserSessions.COOKIE) String cookie,
      MultivaluedMap<String, String> form) {
    Optional<PendingLogin> login = find(clientId, authorizationId, cookie);
    if (login.isEmpty()) {
      return pages.noSuchLogin().build();
    }
    if (!login.get().session().issued(form.getFirst("_csrf"))) {
      return pages.forged().build();
    }
    return steps.submit(login.get(), form, cookie).build();
  }

  private Optional<PendingLogin> find(String clientId, String authorizationId, String cookie) {
    Optional<BrowserSession> session = sessions.find(cookie);
    return logins
        .find(authorizationId)
        .filter(login -> login.request().client().clientId().equals(clientId))
        .filter(login -> session.isPresent() && session.get() == login.session());
  }
}
