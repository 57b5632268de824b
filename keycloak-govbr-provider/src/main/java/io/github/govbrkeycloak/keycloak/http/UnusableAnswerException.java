package io.github.govbrkeycloak.keycloak.http;

/** An answer that came but cannot be used. Carries nothing of it. */
public final class UnusableAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  public UnusableAnswerException(Outcome outcome) {
    super(outcome.word());
    this.outcome = outcome;
  }

  /** Why not. */
  public Outcome outcome() {
    return outcome;
  }
}
