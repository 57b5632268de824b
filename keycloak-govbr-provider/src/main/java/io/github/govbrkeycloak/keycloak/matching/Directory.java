package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.model.Cpf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.federated.UserFederatedStorageProvider;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Searches a realm's accounts for a CPF: Keycloak's own ones, and those of its directories.
 *
 * <p>Each directory is asked itself. Keycloak's search over all of them takes one that is down for
 * one that knows nobody: the person would get a second account.
 *
 * @param realm whose accounts
 * @param settings where the CPF stands, and how it may be written
 */
record Directory(KeycloakSession session, RealmModel realm, MatcherSettings settings) {

  private static final int MANY = 2;

  /** Is nobody's. */
  private static final String PROBE = "govbr-ninguem";

  /**
   * The accounts with this CPF, two of them at most.
   *
   * @throws UnreachableDirectoryException when one that may have more did not answer, or cannot be
   *     asked
   */
  List<UserModel> holders(Cpf cpf) throws UnreachableDirectoryException {
    try {
      List<UserStorage> directories = directories();
      requireSearchable(directories);
      directories.forEach(this::probe);
      return search(cpf, directories);
    } catch (RuntimeException unanswered) {
      throw UnreachableDirectoryException.noAnswer(unanswered);
    }
  }

  private List<UserStorage> directories() {
    return realm
        .getStorageProviders(UserStorageProvider.class)
        .map(UserStorageProviderModel::new)
        .filter(UserStorageProviderModel::isEnabled)
        .map(
            model ->
                new UserStorage(
                    realm, model, session.getProvider(UserStorageProvider.class, model)))
        .filter(UserStorage::holdsUsers)
        .toList();
  }

  /** A mistyped attribute would find nobody, and everybody would get a second account. */
  private void requireSearchable(List<UserStorage> directories)
      throws UnreachableDirectoryException {
    for (UserStorage directory : directories) {
      if (settings.attributes().stream().noneMatch(directory::knows)) {
        throw UnreachableDirectoryException.notSearchable(directory.model().getName());
      }
    }
    UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
    for (String attribute : settings.attributes()) {
      if (!attribute.equals(MatcherSettings.USERNAME)
          && !isKept(profile, attribute)
          && directories.stream().noneMatch(directory -> directory.knows(attribute))) {
        throw UnreachableDirectoryException.unknownAttribute(attribute);
      }
    }
  }

  /** Whether an account of Keycloak's own may have an attribute. */
  static boolean isKept(UPConfig profile, String attribute) {
    return profile.getAttribute(attribute) != null || profile.getUnmanagedAttributePolicy() != null;
  }

  /**
   * Asks for nobody. Keycloak's LDAP client writes the filter of a search that fails into the log:
   * a CPF is only sent to a directory that has just answered.
   */
  private void probe(UserStorage directory) {
    settings.attributes().stream()
        .filter(directory::knows)
        .findFirst()
        .ifPresent(attribute -> directory.search(attribute, PROBE).forEach(nobody -> {}));
  }

  private List<UserModel> search(Cpf cpf, List<UserStorage> directories) {
    Map<String, UserModel> found = new LinkedHashMap<>();
    for (String attribute : settings.attributes()) {
      List<UserStorage> knowing =
          directories.stream().filter(directory -> directory.knows(attribute)).toList();
      for (String form : settings.forms().of(cpf)) {
        Stream<UserModel> own =
            inKeycloak(attribute, form)
                .flatMap(id -> asItIsNow(id).stream())
                .filter(user -> isBelieved(user, attribute, knowing))
                .filter(user -> has(user, attribute, cpf));
        Stream.concat(own, knowing.stream().flatMap(d -> inDirectory(d, attribute, form, cpf)))
            .filter(user -> !found.containsKey(user.getId()))
            .limit(MANY - (long) found.size())
            .forEach(user -> found.putIfAbsent(user.getId(), user));
      }
    }
    return List.copyOf(found.values());
  }

  /** In Keycloak's own database, where copies of directories' people stand too. */
  private Stream<String> inKeycloak(String attribute, String form) {
    UserProvider local = session.getProvider(UserProvider.class);
    if (attribute.equals(MatcherSettings.USERNAME)) {
      return Stream.ofNullable(local.getUserByUsername(realm, form)).map(UserModel::getId);
    }
    return Stream.concat(
        local.searchForUserByUserAttributeStream(realm, attribute, form).map(UserModel::getId),
        session
            .getProvider(UserFederatedStorageProvider.class)
            .getUsersByUserAttributeStream(realm, attribute, form));
  }

  /** A copy may be older than the directory; in its name alone it is not. */
  private static boolean isBelieved(UserModel user, String attribute, List<UserStorage> knowing) {
    return attribute.equals(MatcherSettings.USERNAME)
        || knowing.stream().noneMatch(directory -> directory.isOf(user));
  }

  private Stream<UserModel> inDirectory(
      UserStorage directory, String attribute, String form, Cpf cpf) {
    if (attribute.equals(MatcherSettings.USERNAME) && inKeycloak(attribute, form).count() > 0) {
      // Found already. An LDAP that is asked by name would also enable the copy again.
      return Stream.empty();
    }
    return directory
        .search(attribute, form)
        .flatMap(user -> asItIsNow(user.getId()).stream())
        .filter(user -> directory.isExact() || has(user, attribute, cpf));
  }

  /** An account as its storage has it, and not as this server remembers it. */
  private Optional<UserModel> asItIsNow(String id) {
    return Optional.ofNullable(session.users().getUserById(realm, id)).map(Directory::uncached);
  }

  private static UserModel uncached(UserModel user) {
    return user instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : user;
  }

  /** What Keycloak finds alike may differ. */
  private boolean has(UserModel user, String attribute, Cpf cpf) {
    Stream<String> values =
        attribute.equals(MatcherSettings.USERNAME)
            ? Stream.of(user.getUsername())
            : user.getAttributeStream(attribute);
    return values
        .filter(Objects::nonNull)
        .anyMatch(value -> settings.forms().read(value).filter(cpf::equals).isPresent());
  }
}
