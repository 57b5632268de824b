package io.github.govbrkeycloak.keycloak;

import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A first login that did not come to its end, because it was refused or the person went back.
 * Keycloak would go on with it, and with whom it was about, although the person has just signed in
 * at gov.br again, perhaps as another one.
 */
final class AbandonedFirstLogin {

  private AbandonedFirstLogin() {}

  /** Forgets one that began at the same identity provider; another one's may still need it. */
  static void forget(AuthenticationSessionModel login, String alias) {
    SerializedBrokeredIdentityContext begun =
        SerializedBrokeredIdentityContext.readFromAuthenticationSession(
            login, AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
    if (begun != null && alias.equals(begun.getIdentityProviderId())) {
      login.removeAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
    }
  }
}
