package io.github.govbrkeycloak.keycloak.logout;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * A logout that is at gov.br. gov.br brings nothing back that would tell which one it was, so the
 * browser keeps the number of it in a cookie, and this server keeps the rest.
 *
 * @param session id of the Keycloak session that is being ended; none when it had ended before
 * @param landing where the application wants the person back, when it said so
 */
record LogoutUnderWay(Optional<String> session, Optional<String> landing) {

  private static final String COOKIE = "GOVBR_LOGOUT";
  private static final String KEY = "govbr-logout-";
  private static final String SESSION = "session";
  private static final String LANDING = "landing";

  /** Longer than anybody looks at gov.br's page. */
  private static final Duration LIFE = Duration.ofMinutes(30);

  private static final int NUMBER_BYTES = 32;

  /**
   * Keeps it.
   *
   * @param wayBack where gov.br sends the browser: the only address that gets the cookie
   * @return the cookie for the browser
   */
  NewCookie keep(KeycloakSession keycloak, URI wayBack) {
    String number = SecretGenerator.getInstance().randomString(NUMBER_BYTES);
    Map<String, String> notes = new HashMap<>();
    session.ifPresent(id -> notes.put(SESSION, id));
    landing.ifPresent(url -> notes.put(LANDING, url));
    keycloak.singleUseObjects().put(KEY + number, LIFE.toSeconds(), notes);
    return new NewCookie.Builder(COOKIE)
        .value(number)
        .path(wayBack.getPath())
        .maxAge((int) LIFE.toSeconds())
        .httpOnly(true)
        .secure("https".equals(wayBack.getScheme()))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** The one of this browser. It stays: a second tab may come back, too. */
  static Optional<LogoutUnderWay> ofBrowser(KeycloakSession keycloak) {
    return Optional.ofNullable(keycloak.getContext().getRequestHeaders().getCookies().get(COOKIE))
        .map(Cookie::getValue)
        .map(number -> keycloak.singleUseObjects().get(KEY + number))
        .map(
            notes ->
                new LogoutUnderWay(
                    Optional.ofNullable(notes.get(SESSION)),
                    Optional.ofNullable(notes.get(LANDING))));
  }
}
