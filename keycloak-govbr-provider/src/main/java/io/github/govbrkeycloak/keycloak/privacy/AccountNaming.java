package io.github.govbrkeycloak.keycloak.privacy;

import io.github.govbrkeycloak.keycloak.DirectoryNames;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Names accounts by the settings of today, and lets those of earlier settings follow: never two
 * accounts for one person.
 *
 * @param realm whose accounts
 * @param person who signs in
 */
public record AccountNaming(KeycloakSession session, RealmModel realm, Identifiers person) {

  /** Log only: the account keeps its name, because another one has that of today's settings. */
  private static final String NAME_TAKEN = "GOVBR-573";

  private static final Logger LOG = Logger.getLogger(AccountNaming.class);

  /**
   * Finds the account by any of the person's links, and sets the names of the login.
   *
   * @return the account; looking for it again would ask the database again while there is none
   */
  public Optional<UserModel> apply(BrokeredIdentityContext login) {
    Optional<UserModel> account = linkedBy(person.federatedId()).or(this::followed);
    String name = account.map(this::nameOf).orElseGet(this::newName);
    login.setModelUsername(name);
    if (person.isRandom()) {
      login.setUsername(name);
    }
    account.ifPresent(user -> keepLinkName(user, login.getUsername()));
    return account;
  }

  private Optional<UserModel> linkedBy(String id) {
    return Optional.ofNullable(
        session
            .users()
            .getUserByFederatedIdentity(
                realm, new FederatedIdentityModel(person.alias(), id, null)));
  }

  private Optional<UserModel> followed() {
    Optional<UserModel> account =
        person.formerFederatedIds().stream()
            .map(this::linkedBy)
            .flatMap(Optional::stream)
            .findFirst();
    account.ifPresent(this::relink);
    return account;
  }

  private void relink(UserModel user) {
    FederatedIdentityModel former =
        session.users().getFederatedIdentity(realm, user, person.alias());
    session.users().removeFederatedIdentity(realm, user, person.alias());
    session
        .users()
        .addFederatedIdentity(
            realm, user, new FederatedIdentityModel(former, person.federatedId()));
    LOG.infof("An account follows the link's new form, alias=%s", person.alias());
  }

  private String newName() {
    return person.userName().orElseGet(() -> RandomName.of(person, session));
  }

  /** The account's name, after it has followed the settings; a directory's never does. */
  private String nameOf(UserModel user) {
    if (person.userName().filter(user.getUsername()::equals).isPresent()
        || DirectoryNames.isOfDirectory(user)
        || !person.formerUserNames().contains(user.getUsername())
        || signsInByItself(user)) {
      return user.getUsername();
    }
    String name = newName();
    if (session.users().getUserByUsername(realm, name) != null) {
      LOG.warnf("%s alias=%s", NAME_TAKEN, person.alias());
      return user.getUsername();
    }
    user.setUsername(name);
    return name;
  }

  /** An account with a password or the like was not made here, whatever it is called. */
  private static boolean signsInByItself(UserModel user) {
    return user.credentialManager().getStoredCredentialsStream().findAny().isPresent();
  }

  /** Keycloak does it with sync mode {@code FORCE} only. */
  private void keepLinkName(UserModel user, String name) {
    FederatedIdentityModel link = session.users().getFederatedIdentity(realm, user, person.alias());
    if (!Objects.equals(link.getUserName(), name)) {
      session
          .users()
          .updateFederatedIdentity(
              realm,
              user,
              new FederatedIdentityModel(person.alias(), link.getUserId(), name, link.getToken()));
    }
  }
}
