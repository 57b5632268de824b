package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.time.Instant;
import java.util.Optional;

/** What gov.br remembers of one browser: who is signed in there, and its form token. */
final class BrowserSession {

  /**
   * A citizen signed in.
   *
   * @param at when the citizen proved who they are
   */
  record SignedIn(Persona persona, Instant at) {}

  private final String csrfToken = RandomText.next();
  private volatile SignedIn signedIn;

  String csrfToken() {
    return csrfToken;
  }

  Optional<SignedIn> signedIn() {
    return Optional.ofNullable(signedIn);
  }

  void signIn(Persona persona, Instant at) {
    signedIn = new SignedIn(persona, at);
  }
}
