package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.simulator.store.ExpiringStore;
import io.github.govbrkeycloak.simulator.store.RandomText;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The browsers gov.br has a session with, recognised by a cookie. */
public final class BrowserSessions {

  /** Name of the session cookie. gov.br does not document its own. */
  public static final String COOKIE = "GOVBR_SIMULADOR_SESSAO";

  private static final Duration LIFETIME = Duration.ofHours(12);

  private final ExpiringStore<BrowserSession> sessions;
  private final Issuer issuer;

  /** None yet; the cookie is for this address only, and only for https if the address is. */
  public BrowserSessions(Clock clock, Issuer issuer) {
    this.sessions = new ExpiringStore<>(LIFETIME, clock);
    this.issuer = issuer;
  }

  /** The session a cookie stands for. */
  public Optional<BrowserSession> find(String cookie) {
    return sessions.get(cookie);
  }

  /** Gives a session a new cookie: always when it begins and when somebody signs in. */
  public NewCookie issueCookie(BrowserSession session) {
    String id = RandomText.next();
    sessions.put(id, session);
    return cookie(id).build();
  }

  /** Ends a session; the cookie returned tells the browser to forget its own. */
  public NewCookie end(String cookie) {
    sessions.remove(cookie);
    return cookie("").maxAge(0).build();
  }

  /** Forgets the former cookie of a session that has just got a new one. */
  public void retire(String cookie) {
    sessions.remove(cookie);
  }

  /** Ends all sessions. */
  public void clear() {
    sessions.clear();
  }

  private NewCookie.Builder cookie(String value) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path(issuer.basePath().isEmpty() ? "/" : issuer.basePath())
        .httpOnly(true)
        .secure(issuer.baseUrl().startsWith("https:"))
        .sameSite(SameSite.LAX);
  }
}
