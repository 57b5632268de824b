package io.github.govbrkeycloak.keycloak.mapper;

import org.jboss.logging.Logger;
import org.keycloak.models.IdentityProviderMapperModel;

/**
 * Why a mapper did not do its work. None of them ends a login: each is one line for the
 * administrator, with the mapper's name and nothing personal.
 */
enum MapperFault {
  /** The configuration cannot be understood. */
  CONFIGURATION("GOVBR-551", "its field %s cannot be used"),
  /** The role or group is not in the realm. */
  TARGET_MISSING("GOVBR-552", "the realm has no %s of the configured name"),
  /** The account is in a directory that Keycloak may only read. */
  READ_ONLY("GOVBR-553", "the account's directory is read-only, its %s stays as it was"),
  /** Another account has the e-mail, and the realm wants each address once. */
  EMAIL_TAKEN("GOVBR-554", "another account has this %s");

  private static final Logger LOG = Logger.getLogger(MapperFault.class);

  private final String code;
  private final String sentence;

  MapperFault(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  String code() {
    return code;
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
