package io.github.govbrkeycloak.keycloak.session;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Takes something out of Keycloak's store of short-lived objects, whenever it was put there. The
 * store writes what a request puts when the request is over; a removal before that finds nothing.
 */
final class Removal extends AbstractKeycloakTransaction {

  private final SingleUseObjectProvider store;
  private final String key;

  private Removal(SingleUseObjectProvider store, String key) {
    this.store = store;
    this.key = key;
  }

  /** Takes it out now, or when the request is over if it is not there yet. */
  static void of(KeycloakSession session, String key) {
    SingleUseObjectProvider store = session.singleUseObjects();
    if (store.remove(key) == null) {
      session.getTransactionManager().enlistAfterCompletion(new Removal(store, key));
    }
  }

  @Override
  protected void commitImpl() {
    store.remove(key);
  }

  @Override
  protected void rollbackImpl() {
    // What the request put is not written then.
  }
}
