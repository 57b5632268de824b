package io.github.govbrkeycloak.keycloak.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.util.JsonSerialization;

/**
 * gov.br's access token, kept in a session where an identity provider is told to, and never longer
 * than it is good for. Not kept under Keycloak's own names: under those, Keycloak gives it to
 * applications.
 *
 * @param alias the identity provider
 * @param value the token
 * @param expiresAt when it expires, in seconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeptToken(String alias, String value, long expiresAt) {

  /** Name of the user-session note. */
  public static final String NOTE = "govbr.token";

  /**
   * The note of a login that keeps none: Keycloak merges notes, so an older one must be covered.
   */
  public static final String NONE = "";

  /**
   * The note that keeps the token of an answer; {@link #NONE} when it says not how long it lives.
   */
  public static String note(AccessTokenResponse answer, String alias, Instant now) {
    if (answer.getExpiresIn() <= 0) {
      return NONE;
    }
    try {
      return JsonSerialization.mapper.writeValueAsString(
          new KeptToken(
              alias, answer.getToken(), now.plusSeconds(answer.getExpiresIn()).getEpochSecond()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A token cannot be written");
    }
  }

  /**
   * The token of a session, while it is good. One that has expired is taken out of the session.
   *
   * @param alias the identity provider that it must come from
   */
  public static Optional<KeptToken> of(UserSessionModel session, String alias, Instant now) {
    Optional<KeptToken> kept = parse(session.getNote(NOTE));
    if (kept.filter(token -> !now.isBefore(Instant.ofEpochSecond(token.expiresAt()))).isPresent()) {
      session.removeNote(NOTE);
      return Optional.empty();
    }
    return kept.filter(token -> token.alias().equals(alias))
        .filter(token -> FactsOfSession.of(session).isPresent());
  }

  private static Optional<KeptToken> parse(String note) {
    if (note == null || note.equals(NONE)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JsonSerialization.mapper.readValue(note, KeptToken.class))
          .filter(token -> token.alias() != null && token.value() != null);
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "KeptToken";
  }
}
