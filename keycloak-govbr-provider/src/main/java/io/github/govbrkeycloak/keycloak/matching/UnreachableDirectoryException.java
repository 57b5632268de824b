package io.github.govbrkeycloak.keycloak.matching;

/**
 * A directory did not answer, so nobody knows whether the person has an account there. It carries
 * no cause: a directory's own exception quotes what was searched for.
 */
final class UnreachableDirectoryException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreachableDirectoryException(RuntimeException cause) {
    super(cause.getClass().getName());
  }
}
