package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.model.Cpf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.federated.UserFederatedStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

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
   * @throws UnreachableDirectoryException when one that may have more did not answer
   */
  List<UserModel> holders(Cpf cpf) throws UnreachableDirectoryException {
    Map<String, UserModel> found = new LinkedHashMap<>();
    try {
      List<UserStorageProvider> directories = directories();
      directories.forEach(this::probe);
      for (String attribute : settings.attributes()) {
        for (String form : settings.forms().of(cpf)) {
          Stream.concat(inKeycloak(attribute, form), inDirectories(directories, attribute, form))
              .filter(id -> !found.containsKey(id))
              .map(id -> session.users().getUserById(realm, id))
              .filter(Objects::nonNull)
              .filter(user -> has(user, attribute, cpf))
              .limit(MANY - (long) found.size())
              .forEach(user -> found.put(user.getId(), user));
        }
      }
    } catch (RuntimeException unanswered) {
      throw new UnreachableDirectoryException(unanswered);
    }
    return List.copyOf(found.values());
  }

  private List<UserStorageProvider> directories() {
    return realm
        .getStorageProviders(UserStorageProvider.class)
        .map(UserStorageProviderModel::new)
        .filter(UserStorageProviderModel::isEnabled)
        .map(model -> session.getProvider(UserStorageProvider.class, model))
        .toList();
  }

  /**
   * Asks for nobody. Keycloak's LDAP client writes the filter of a search that fails into the log:
   * a CPF is only sent to a directory that has just answered.
   */
  private void probe(UserStorageProvider directory) {
    inDirectory(directory, settings.attributes().get(0), PROBE).forEach(nobody -> {});
  }

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

  private Stream<String> inDirectories(
      List<UserStorageProvider> directories, String attribute, String form) {
    return directories.stream()
        .flatMap(directory -> inDirectory(directory, attribute, form))
        .map(UserModel::getId);
  }

  private Stream<UserModel> inDirectory(
      UserStorageProvider directory, String attribute, String form) {
    if (attribute.equals(MatcherSettings.USERNAME)) {
      return directory instanceof UserLookupProvider looked
          ? Stream.ofNullable(looked.getUserByUsername(realm, form))
          : Stream.empty();
    }
    return directory instanceof UserQueryMethodsProvider queried
        ? queried
            .searchForUserByUserAttributeStream(realm, attribute, form)
            .filter(Objects::nonNull)
        : Stream.empty();
  }

  /** What Keycloak kept of a directory may be old, and what it finds alike may differ. */
  private boolean has(UserModel user, String attribute, Cpf cpf) {
    Stream<String> values =
        attribute.equals(MatcherSettings.USERNAME)
            ? Stream.of(user.getUsername())
            : user.getAttributeStream(attribute);
    return values.anyMatch(value -> settings.forms().read(value).filter(cpf::equals).isPresent());
  }
}
