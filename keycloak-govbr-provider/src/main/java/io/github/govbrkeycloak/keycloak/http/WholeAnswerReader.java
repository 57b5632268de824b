package io.github.govbrkeycloak.keycloak.http;

/**
 * Makes a value of an answer. Runs outside of the request's thread, as {@link AnswerReader} does.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface WholeAnswerReader<T> {

  /**
   * Reads an answer.
   *
   * @throws UnusableAnswerException when it is not what it should be
   */
  T read(Answer answer) throws UnusableAnswerException;

  /** The answer as it is; an error of the other side itself (5xx) is none. */
  static Answer unlessItFailed(Answer answer) throws UnusableAnswerException {
    if (answer.status() >= 500) {
      throw new UnusableAnswerException(Outcome.FAILED);
    }
    return answer;
  }
}
