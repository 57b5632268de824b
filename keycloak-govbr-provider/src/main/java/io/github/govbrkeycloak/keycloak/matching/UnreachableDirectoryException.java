package io.github.govbrkeycloak.keycloak.matching;

/**
 * Nobody knows whether the person has an account: a directory did not answer, or it, or the realm,
 * cannot be searched as the settings say. It carries no cause: a directory's own exception quotes
 * what was searched for.
 */
final class UnreachableDirectoryException extends Exception {

  private static final long serialVersionUID = 1L;

  private UnreachableDirectoryException(String why) {
    super(why);
  }

  /** A directory failed. */
  static UnreachableDirectoryException noAnswer(RuntimeException cause) {
    return new UnreachableDirectoryException("no answer, " + cause.getClass().getName());
  }

  /** A directory has people, and none of the attributes. */
  static UnreachableDirectoryException notSearchable(String directory) {
    return new UnreachableDirectoryException(
        "the directory '" + printable(directory) + "' has none of the attributes");
  }

  /** No account can have this attribute: it is mistyped, for instance. */
  static UnreachableDirectoryException unknownAttribute(String attribute) {
    return new UnreachableDirectoryException(
        "neither the user profile nor a directory has the attribute '"
            + printable(attribute)
            + "'");
  }

  private static String printable(String name) {
    return String.valueOf(name).replaceAll("\\p{Cntrl}", "?");
  }
}
