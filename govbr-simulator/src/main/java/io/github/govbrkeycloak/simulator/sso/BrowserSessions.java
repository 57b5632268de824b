package io.github.govbrkeycloak.simulator.sso;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The browsers gov.br has a session with, recognised by a cookie. */
final class BrowserSessions {

  /** Name of the session cookie. gov.br does not document its own. */
  static final String COOKIE = "GOVBR_SIMULADOR_SESSAO";

  private static final Duration LIFETIME = Duration.ofHours(12);

  private final ExpiringStore<BrowserSession> sessions;
  private final boolean secure;

  BrowserSessions(Clock clock, boolean secure) {
    this.sessions = new ExpiringStore<>(LIFETIME, clock);
    this.secure = secure;
  }

  /** The session a cookie stands for. */
  Optional<BrowserSession> find(String cookie) {
    return sessions.get(cookie);
  }

  /** Gives a session a new cookie: always when it begins and when somebody signs in. */
  NewCookie issueCookie(BrowserSession session) {
    String id = RandomText.next();
    sessions.put(id, session);
    return cookie(id).build();
  }

  /** Ends a session; the cookie returned tells the browser to forget its own. */
  NewCookie end(String cookie) {
    sessions.remove(cookie);
    return cookie("").maxAge(0).build();
  }

  /** Forgets the former cookie of a session that has just got a new one. */
  void retire(String cookie) {
    sessions.remove(cookie);
  }

  void clear() {
    sessions.clear();
  }

  private NewCookie.Builder cookie(String value) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.LAX);
  }
}
