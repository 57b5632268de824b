package io.github.govbrkeycloak.keycloak;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * An account that a first login has made and not yet linked. Keycloak makes it in one request and
 * links it in the next: when that one fails, in a mapper for instance, the account would stay, its
 * name would be taken, and the person could never enter again.
 */
final class UnfinishedAccount extends AbstractKeycloakTransaction {

  private static final Logger LOG = Logger.getLogger(UnfinishedAccount.class);

  private final KeycloakSessionFactory factory;
  private final String realmId;
  private final String userId;

  private UnfinishedAccount(KeycloakSessionFactory factory, String realmId, String userId) {
    this.factory = factory;
    this.realmId = realmId;
    this.userId = userId;
  }

  /** Deletes it if the request that links it comes to nothing. */
  static void deleteUnlessLinked(KeycloakSession session, RealmModel realm, UserModel user) {
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new UnfinishedAccount(
                session.getKeycloakSessionFactory(), realm.getId(), user.getId()));
  }

  @Override
  protected void commitImpl() {}

  @Override
  protected void rollbackImpl() {
    KeycloakModelUtils.runJobInTransaction(factory, this::delete);
  }

  private void delete(KeycloakSession session) {
    RealmModel realm = session.realms().getRealm(realmId);
    session.getContext().setRealm(realm);
    UserModel user = session.users().getUserById(realm, userId);
    if (user != null
        && session.users().getFederatedIdentitiesStream(realm, user).findAny().isEmpty()) {
      session.users().removeUser(realm, user);
      LOG.warn("An account was deleted, because its first login failed");
    }
  }
}
