package io.github.govbrkeycloak.keycloak.session;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * gov.br's access token, lent to the step that a login leads through, whether or not the session
 * will keep it. It lies where {@link KeptToken} keeps tokens; the login has only the key.
 */
public final class LentToken {

  private static final String NOTE = "govbr.lent-token";

  private LentToken() {}

  /**
   * Lends a token for the time of a login.
   *
   * @param key what {@link KeptToken#keep} gave
   * @param isKept whether the session keeps the token as well
   * @return the session's note
   */
  public static String lend(AuthenticationSessionModel login, String key, boolean isKept) {
    if (key == null || key.equals(KeptToken.NONE)) {
      return KeptToken.NONE;
    }
    login.setAuthNote(NOTE, key);
    return isKept ? key : KeptToken.NONE;
  }

  /** The token lent to this login, while it is good. */
  public static Optional<KeptToken> of(
      SingleUseObjectProvider store, AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthNote(NOTE)).flatMap(key -> KeptToken.at(store, key));
  }

  /** Ends the loan: the token is dropped, unless the session keeps it. */
  public static void giveBack(KeycloakSession session, AuthenticationSessionModel login) {
    String key = login.getAuthNote(NOTE);
    login.removeAuthNote(NOTE);
    if (key != null && !key.equals(login.getUserSessionNotes().get(KeptToken.NOTE))) {
      KeptToken.forget(session, key);
    }
  }
}
