package io.github.govbrkeycloak.simulator.start;

/** Says in one Portuguese sentence what is wrong with an option, and the remedy. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wrong in this way. */
  public UsageException(String sentence) {
    super(sentence);
  }
}
