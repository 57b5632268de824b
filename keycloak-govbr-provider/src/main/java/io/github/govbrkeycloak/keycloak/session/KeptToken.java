package io.github.govbrkeycloak.keycloak.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;

/**
 * gov.br's access token, kept where an identity provider is told to, and never longer than it is
 * good for: it lies in Keycloak's store of short-lived objects, which drops it by itself, and not
 * in the session or the database. The session has only the random key that it lies under.
 *
 * @param alias the identity provider
 * @param value the token
 */
public record KeptToken(String alias, String value) {

  /** Name of the user-session note with the key. */
  public static final String NOTE = "govbr.token";

  /**
   * The note of a login that keeps none: Keycloak merges notes, so an older one must be covered.
   */
  public static final String NONE = "";

  /** gov.br's tokens live an hour; what is said beyond it is not believed. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final String KEY_START = "govbr-token-";
  private static final String BESIDE = "govbr-beside-";
  private static final int KEY_LENGTH = 32;
  private static final String ALIAS = "alias";
  private static final String VALUE = "value";

  /**
   * Keeps the token of an answer until it expires.
   *
   * @return the note; {@link #NONE} when the answer says not how long the token lives
   */
  public static String keep(
      SingleUseObjectProvider store, AccessTokenResponse answer, String alias) {
    if (answer.getToken() == null || answer.getExpiresIn() <= 0) {
      return NONE;
    }
    String key = SecretGenerator.getInstance().randomString(KEY_LENGTH);
    store.put(
        KEY_START + key,
        Math.min(answer.getExpiresIn(), LONGEST.toSeconds()),
        Map.of(ALIAS, alias, VALUE, answer.getToken()));
    return key;
  }

  /**
   * The token of a session, while it is good.
   *
   * @param alias the identity provider that it must come from
   */
  public static Optional<KeptToken> of(
      SingleUseObjectProvider store, UserSessionModel session, String alias) {
    return key(session)
        .flatMap(key -> at(store, key))
        .filter(token -> alias.equals(token.alias()))
        .filter(token -> FactsOfSession.of(session).isPresent());
  }

  /** The token that lies under a key, while it is good. */
  static Optional<KeptToken> at(SingleUseObjectProvider store, String key) {
    return Optional.ofNullable(store.get(KEY_START + key))
        .map(kept -> new KeptToken(kept.get(ALIAS), kept.get(VALUE)));
  }

  /**
   * Where that lies which gov.br told with a token, for minutes: whoever has the same token is the
   * same person at the same login. Dropping the token drops it, too; a token that expires by itself
   * leaves it to its own end.
   */
  public static String placeBeside(String accessToken) {
    return BESIDE + HashUtils.sha256UrlEncodedHash(accessToken, StandardCharsets.UTF_8);
  }

  /**
   * Drops the token that lies under a key, and what lies beside it.
   *
   * @param key what {@link #keep} gave; {@code null} or {@link #NONE} where there is none
   */
  public static void forget(KeycloakSession session, String key) {
    if (key != null && !key.equals(NONE)) {
      at(session.singleUseObjects(), key)
          .ifPresent(token -> Removal.of(session, placeBeside(token.value())));
      Removal.of(session, KEY_START + key);
    }
  }

  /** Drops the token of a session that ends. */
  public static void forget(KeycloakSession session, UserSessionModel login) {
    key(login).ifPresent(key -> forget(session, key));
  }

  private static Optional<String> key(UserSessionModel session) {
    return Optional.ofNullable(session.getNote(NOTE)).filter(key -> !key.equals(NONE));
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "KeptToken";
  }
}
