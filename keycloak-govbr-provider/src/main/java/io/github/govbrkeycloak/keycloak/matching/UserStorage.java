package io.github.govbrkeycloak.keycloak.matching;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/**
 * One of the realm's directories: an LDAP, or another storage of users.
 *
 * @param model its settings
 * @param provider its connection, for this request
 */
record UserStorage(RealmModel realm, UserStorageProviderModel model, UserStorageProvider provider) {

  private static final String LDAP = "ldap";

  /** An LDAP mapper's setting: the account's attribute that it fills. */
  private static final String MAPPED_ATTRIBUTE = "user.model.attribute";

  /** Whether there are people in it: some storages only check passwords. */
  boolean holdsUsers() {
    return provider instanceof UserLookupProvider || provider instanceof UserQueryMethodsProvider;
  }

  /**
   * Whether a search by an attribute can find anybody here. An LDAP answers a search by an
   * attribute that it does not have as if nobody had the value.
   */
  boolean knows(String attribute) {
    if (attribute.equals(MatcherSettings.USERNAME)) {
      return provider instanceof UserLookupProvider;
    }
    return provider instanceof UserQueryMethodsProvider && (!isLdap() || maps(attribute));
  }

  private boolean maps(String attribute) {
    return realm
        .getComponentsStream(model.getId())
        .anyMatch(mapper -> attribute.equals(mapper.get(MAPPED_ATTRIBUTE)));
  }

  /** The people whose attribute, which it knows, has a value. */
  Stream<UserModel> search(String attribute, String value) {
    return attribute.equals(MatcherSettings.USERNAME)
        ? Stream.ofNullable(((UserLookupProvider) provider).getUserByUsername(realm, value))
        : ((UserQueryMethodsProvider) provider)
            .searchForUserByUserAttributeStream(realm, attribute, value)
            .filter(Objects::nonNull);
  }

  /**
   * Whether somebody whom a search found has the value. An LDAP compares by itself, and Keycloak's
   * copy of its people may be older; whatever else there is may find what is only alike.
   */
  boolean isExact() {
    return isLdap();
  }

  private boolean isLdap() {
    return model.getProviderId().equals(LDAP);
  }

  /** Whether an account is from here. */
  boolean isOf(UserModel user) {
    return model
        .getId()
        .equals(
            Optional.ofNullable(user.getFederationLink())
                .orElseGet(() -> StorageId.providerId(user.getId())));
  }
}
