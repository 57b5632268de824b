package io.github.govbrkeycloak.keycloak.http;

/**
 * Makes a value of an answer's body. Runs outside of the request's thread: it must not touch
 * anything of Keycloak's session.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface AnswerReader<T> {

  /**
   * Reads a body of status 200 or 201.
   *
   * @throws UnusableAnswerException when it is not what it should be
   */
  T read(byte[] body) throws UnusableAnswerException;
}
