package io.github.govbrkeycloak.keycloak.mapper;

import org.jboss.logging.Logger;
import org.keycloak.models.IdentityProviderMapperModel;

/**
 * Why a mapper did not do its work. None of them ends a login: each is one line for the
 * administrator, with the mapper's name and nothing personal.
 */
enum MapperFault {
  /** The configuration cannot be understood. */
  CONFIGURATION(551, "its field %s cannot be used"),
  /** The role or group is not in the realm. */
  TARGET_MISSING(552, "the realm has no %s of the configured name"),
  /** The account is in a directory that Keycloak may only read. */
  READ_ONLY(553, "the account's directory is read-only, its %s stays as it was"),
  /** Another account has the e-mail, and the realm wants each address once. */
  EMAIL_TAKEN(554, "another account has this %s");

  private static final Logger LOG = Logger.getLogger(MapperFault.class);

  private final int number;
  private final String sentence;

  MapperFault(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  String code() {
    return "GOVBR-" + number;
  }

  /**
   * Writes the line.
   *
   * @param what the field, or the kind of target: never a value
   */
  void log(IdentityProviderMapperModel mapper, String what) {
    LOG.warnf(
        "%s the mapper '%s' of the identity provider '%s' was skipped: %s",
        code(),
        printable(mapper.getName()),
        printable(mapper.getIdentityProviderAlias()),
        sentence.formatted(what));
  }

  private static String printable(String name) {
    return String.valueOf(name).replaceAll("\\p{Cntrl}", "?");
  }
}
