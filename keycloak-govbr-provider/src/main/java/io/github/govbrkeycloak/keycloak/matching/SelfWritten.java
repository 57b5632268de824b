package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.keycloak.DirectoryNames;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Tells accounts whose owner may have written the CPF: whoever writes somebody else's would be
 * given that person's login.
 *
 * @param attributes where the CPF is looked for
 */
record SelfWritten(KeycloakSession session, RealmModel realm, List<String> attributes) {

  private static final String BY_USER = "user";

  /** Whether the account's owner may write one of the attributes, or has chosen it. */
  boolean mayBe(UserModel user) {
    return attributes.stream()
        .anyMatch(
            attribute ->
                isWritable(user, attribute)
                    || !DirectoryNames.isOfDirectory(user) && isOpenToUsers(attribute));
  }

  /** Keycloak's own answer for this account, wherever it is stored: not every LDAP is read-only. */
  private boolean isWritable(UserModel user, String attribute) {
    return !session
        .getProvider(UserProfileProvider.class)
        .create(UserProfileContext.ACCOUNT, user)
        .getAttributes()
        .isReadOnly(attribute);
  }

  /** Also at a registration, or where the profile offers it for some scopes only. */
  private boolean isOpenToUsers(String attribute) {
    return attribute.equals(MatcherSettings.USERNAME)
        ? realm.isEditUsernameAllowed() || realm.isRegistrationAllowed()
        : isOpen(session.getProvider(UserProfileProvider.class).getConfiguration(), attribute);
  }

  /** Whether people may write an attribute of their own account. */
  static boolean isOpen(UPConfig profile, String attribute) {
    UPAttribute declared = profile.getAttribute(attribute);
    if (declared == null) {
      return profile.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
    }
    Set<String> writers =
        declared.getPermissions() == null ? Set.of() : declared.getPermissions().getEdit();
    return writers.contains(BY_USER);
  }
}
