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
   * @param login name of the login it belongs to
   */
  record Caller(Optional<String> client, Optional<String> persona, Optional<String> login) {

    /** Nothing known. */
    public static final Caller UNKNOWN =
        new Caller(Optional.empty(), Optional.empty(), Optional.empty());

    /** A client is known, the citizen is not. */
    public static Caller client(Optional<String> client) {
      return new Caller(client, Optional.empty(), Optional.empty());
    }

    /** A citizen is known, the client is not. */
    public static Caller persona(Optional<String> persona) {
      return new Caller(Optional.empty(), persona, Optional.empty());
    }

    Caller or(Caller other) {
      return new Caller(
          client.or(other::client), persona.or(other::persona), login.or(other::login));
    }
  }
}
