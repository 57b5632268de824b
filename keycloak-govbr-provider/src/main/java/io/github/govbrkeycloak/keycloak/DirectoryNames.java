package io.github.govbrkeycloak.keycloak;

import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
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

  /** Takes names and e-mail out of a login whose account comes from a directory. */
  static void keep(KeycloakSession session, RealmModel realm, BrokeredIdentityContext login) {
    UserModel user =
        session
            .users()
            .getUserByFederatedIdentity(
                realm,
                new FederatedIdentityModel(
                    login.getIdpConfig().getAlias(), login.getId(), login.getUsername()));
    if (user != null && isOfDirectory(user)) {
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
