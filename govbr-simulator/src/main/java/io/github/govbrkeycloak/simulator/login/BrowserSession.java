package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.store.RandomText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What gov.br remembers of one browser: who is signed in there, and its form token. */
public final class BrowserSession {

  /**
   * A citizen signed in.
   *
   * @param cpf the citizen; look the account up, it may have changed since
   * @param amr how the citizen proved who they are, as in the token
   * @param at when the citizen proved it
   */
  public record SignedIn(Cpf cpf, List<String> amr, Instant at) {}

  private final String csrfToken = RandomText.next();
  private volatile SignedIn signedIn;

  /** What every form of this browser must bring. */
  public String csrfToken() {
    return csrfToken;
  }

  /** Whether a form brought the form token of this browser. */
  public boolean issued(String token) {
    return token != null && csrfToken.equals(token);
  }

  /** Who is signed in, if anybody is. */
  public Optional<SignedIn> signedIn() {
    return Optional.ofNullable(signedIn);
  }

  /** Notes that somebody has proved who they are. Give the session a new cookie then. */
  public void signIn(SignedIn who) {
    signedIn = who;
  }
}
