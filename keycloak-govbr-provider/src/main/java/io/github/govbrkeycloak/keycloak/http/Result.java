package io.github.govbrkeycloak.keycloak.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a call.
 *
 * @param outcome how it ended
 * @param status HTTP status; 0 when there was no answer
 * @param value what the answer says; present exactly when the outcome is {@link Outcome#OK}
 * @param retryAfter how long gov.br asked to be left alone
 * @param <T> the value
 */
public record Result<T>(
    Outcome outcome, int status, Optional<T> value, Optional<Duration> retryAfter) {

  /** An answer that says something. */
  public static <T> Result<T> of(T value, int status) {
    return new Result<>(Outcome.OK, status, Optional.of(value), Optional.empty());
  }

  static <T> Result<T> without(Outcome outcome) {
    return new Result<>(outcome, 0, Optional.empty(), Optional.empty());
  }

  /** The same for a value of another kind, when there is none. */
  public <U> Result<U> without() {
    return new Result<>(outcome, status, Optional.empty(), retryAfter);
  }

  static <T> Result<T> refused(int status, Optional<Duration> retryAfter) {
    return new Result<>(Outcome.ofStatus(status), status, Optional.empty(), retryAfter);
  }

  /** A value may be personal: it is not printed. */
  @Override
  public String toString() {
    return "Result[" + outcome + "]";
  }
}
