package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** How gov.br's own pages (catalogue, powers of attorney) find out who is there. */
public final class SignIn {

  private final BrowserSessions sessions;
  private final PendingLogins logins;
  private final Issuer issuer;

  /** Signs in with these sessions and logins. */
  public SignIn(BrowserSessions sessions, PendingLogins logins, Issuer issuer) {
    this.sessions = sessions;
    this.logins = logins;
    this.issuer = issuer;
  }

  /** The session of a browser in which somebody is signed in. */
  public Optional<BrowserSession> session(String cookie) {
    return sessions.find(cookie).filter(session -> session.signedIn().isPresent());
  }

  /**
   * To the login page, and then back to a page of ours.
   *
   * @param cookie the browser's session cookie, or {@code null}
   * @param page what the login page calls the page: "Catálogo de selos"
   * @param path where to go on, from the root of the simulator, query included
   */
  public Response.ResponseBuilder thenReturnTo(String cookie, String page, String path) {
    Optional<BrowserSession> known = sessions.find(cookie);
    BrowserSession session = known.orElseGet(BrowserSession::new);
    Client ours =
        new Client("simulador.gov.br", page, "", List.of(), null, List.of(), List.of(), List.of());
    PendingLogin login =
        logins.begin(AuthorizationRequest.ofOurs(ours, issuer.path(path)), session);
    Response.ResponseBuilder answer = Redirect.to(LoginAddress.of(issuer, login));
    return known.isPresent() ? answer : answer.cookie(sessions.issueCookie(session));
  }
}
