package io.github.govbrkeycloak.keycloak.http;

/** A call to gov.br brought no answer. Carries no address and no content. */
public final class CallFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final CallFailure failure;

  CallFailedException(CallFailure failure, Throwable cause) {
    super(failure.name(), cause);
    this.failure = failure;
  }

  /** Why there was no answer. */
  public CallFailure failure() {
    return failure;
  }
}
