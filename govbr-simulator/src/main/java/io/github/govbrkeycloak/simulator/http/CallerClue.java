package io.github.govbrkeycloak.simulator.http;

import java.util.Optional;

/** One way to tell from a request which client and which citizen it concerns. */
@FunctionalInterface
public interface CallerClue {

  /** What this clue knows about the request. */
  Caller read(IncomingCall call);

  /**
   * Whom a request concerns.
   *
   * @param client id of a registered client
   * @param persona short name of a citizen
   */
  record Caller(Optional<String> client, Optional<String> persona) {

    /** Nothing known. */
    public static final Caller UNKNOWN = new Caller(Optional.empty(), Optional.empty());

    /** A client is known, the citizen is not. */
    public static Caller client(Optional<String> client) {
      return new Caller(client, Optional.empty());
    }

    Caller or(Caller other) {
      return new Caller(client.or(other::client), persona.or(other::persona));
    }
  }
}
