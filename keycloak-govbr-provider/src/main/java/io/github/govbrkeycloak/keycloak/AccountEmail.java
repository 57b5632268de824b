package io.github.govbrkeycloak.keycloak;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Leaves an account its e-mail where another account has that of the login, in a realm where each
 * address is one account's alone. With sync mode {@code FORCE} Keycloak would write it
 * nevertheless, and the login would end in a fault. Tokens have gov.br's in any case.
 */
public final class AccountEmail {

  private static final String TAKEN = "GOVBR-554";

  private static final Logger LOG = Logger.getLogger(AccountEmail.class);

  private AccountEmail() {}

  /**
   * Takes the e-mail out of a login whose account may not have it.
   *
   * @param linked the account that the person's link leads to; searched for by whoever named it
   */
  static void keep(
      KeycloakSession session,
      RealmModel realm,
      Optional<UserModel> linked,
      BrokeredIdentityContext login) {
    if (login.getIdpConfig().getSyncMode() != IdentityProviderSyncMode.FORCE) {
      // Keycloak leaves the account its own by itself.
      return;
    }
    String alias = login.getIdpConfig().getAlias();
    linked
        .or(() -> linking(login.getAuthenticationSession()))
        .filter(user -> stays(session, realm, alias, user, login.getEmail()))
        .ifPresent(user -> login.setEmail(null));
  }

  /** The account that a person who is signed in is about to link. */
  private static Optional<UserModel> linking(AuthenticationSessionModel login) {
    return Optional.ofNullable(login)
        .filter(open -> open.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null)
        .map(AuthenticationSessionModel::getAuthenticatedUser);
  }

  /**
   * Whether an account keeps its e-mail, because that of the login is another's; tells the log.
   *
   * @param alias the identity provider of the login
   * @param email of the login
   */
  public static boolean stays(
      KeycloakSession session, RealmModel realm, String alias, UserModel user, String email) {
    boolean isTaken =
        email != null
            && !realm.isDuplicateEmailsAllowed()
            && Optional.ofNullable(session.users().getUserByEmail(realm, email))
                .filter(owner -> !owner.getId().equals(user.getId()))
                .isPresent();
    if (isTaken) {
      LOG.warnf("%s alias=%s", TAKEN, alias);
    }
    return isTaken;
  }
}
