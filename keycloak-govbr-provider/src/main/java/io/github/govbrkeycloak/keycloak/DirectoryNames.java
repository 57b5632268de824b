package io.github.govbrkeycloak.keycloak;

import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Leaves people of a directory the names and the e-mail that it has. With sync mode {@code FORCE}
 * Keycloak writes those of the login into the account, and a directory that may only be read (LDAP,
 * {@code READ_ONLY}) answers with an exception that would end the login of everybody who has others
 * there. Tokens have gov.br's in any case.
 */
public final class DirectoryNames {

  private DirectoryNames() {}

  /**
   * Takes names and e-mail out of a login whose account comes from a directory.
   *
   * @param account the account, if there is one; searched for by whoever named it
   */
  static void keep(Optional<UserModel> account, BrokeredIdentityContext login) {
    if (account.filter(DirectoryNames::isOfDirectory).isPresent()) {
      login.setFirstName(null);
      login.setLastName(null);
      login.setEmail(null);
    }
  }

  /** Whether the account comes from a directory. */
  public static boolean isOfDirectory(UserModel user) {
    return user.isFederated() || !StorageId.isLocalStorage(user.getId());
  }
}
