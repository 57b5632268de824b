package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.http.LoginNote;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.AuthorizationRequest;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.LoginId;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** Where a service sends a person to sign in. */
@Path("/authorize")
public final class AuthorizeResource {

  private final AuthorizeRules rules;
  private final BrowserSessions sessions;
  private final PendingLogins logins;
  private final LoginCompletion completion;
  private final Pages pages;

  AuthorizeResource(
      AuthorizeRules rules,
      BrowserSessions sessions,
      PendingLogins logins,
      LoginCompletion completion,
      Pages pages) {
    this.rules = rules;
    this.sessions = sessions;
    this.logins = logins;
    this.completion = completion;
    this.pages = pages;
  }

  /** Starts a login, or ends it at once if the person is signed in and has consented before. */
  @GET
  public Response authorize(
      @Context UriInfo uri,
      @Context HttpServletRequest http,
      @CookieParam(BrowserSessions.COOKIE) String cookie) {
    try {
      return begin(rules.check(uri.getQueryParameters()), http, cookie);
    } catch (AuthorizeRefusal refusal) {
      return refuse(refusal);
    }
  }

  private Response begin(AuthorizationRequest request, HttpServletRequest http, String cookie) {
    Optional<BrowserSession> known = sessions.find(cookie);
    BrowserSession session = known.orElseGet(BrowserSession::new);
    PendingLogin login = logins.begin(request, session);
    LoginNote.put(http, LoginId.of(login.id()));
    Response.ResponseBuilder answer = completion.continueFrom(login);
    if (known.isEmpty()) {
      answer.cookie(sessions.issueCookie(session));
    }
    return answer.build();
  }

  private Response refuse(AuthorizeRefusal refusal) {
    if (refusal.returnAddress() != null) {
      return refusal.returnAddress().withError(refusal.error(), refusal.getMessage()).build();
    }
    Map<String, String> model = Map.of("erro", refusal.error(), "descricao", refusal.getMessage());
    return pages.answer(Response.Status.BAD_REQUEST.getStatusCode(), "recusa", model).build();
  }
}
