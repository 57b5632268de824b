package io.github.govbrkeycloak.keycloak.privacy;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.config.PrivacySettings;
import io.github.govbrkeycloak.keycloak.config.PrivacySettings.FederatedId;
import io.github.govbrkeycloak.keycloak.config.PrivacySettings.UserName;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.token.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The identifiers of one person at one identity provider: those of today's settings, and those that
 * earlier settings may have given.
 *
 * @param subject the person
 * @param alias the identity provider
 * @param settings how people are named
 * @param keys of pseudonyms
 * @param pseudonym tells events and pages who it was, to those who have the key; it follows from
 *     the others, so {@link #of} makes it
 */
public record Identifiers(
    Subject subject, String alias, PrivacySettings settings, PseudonymKeys keys, String pseudonym) {

  Identifiers(Subject subject, String alias, PrivacySettings settings, PseudonymKeys keys) {
    this(subject, alias, settings, keys, Pseudonym.userName(subject.id(), alias, keys.current()));
  }

  /**
   * The identifiers of a person.
   *
   * @throws LoginRefusedException when a key is missing in the vault
   */
  public static Identifiers of(
      Subject subject, KeycloakSession session, RealmModel realm, GovBrConfig config) {
    return new Identifiers(
        subject,
        config.getAlias(),
        config.privacy(),
        PseudonymKeys.read(session, realm, config.privacy()));
  }

  /** What links the person's account to the identity provider. */
  public String federatedId() {
    return settings.federatedId() == FederatedId.PSEUDONIMO
        ? Pseudonym.federatedId(subject.id(), alias, keys.current())
        : subject.id();
  }

  /** What may have linked it before. */
  List<String> formerFederatedIds() {
    return Stream.concat(
            Stream.of(subject.id()),
            allKeys().map(key -> Pseudonym.federatedId(subject.id(), alias, key)))
        .filter(id -> !id.equals(federatedId()))
        .toList();
  }

  /** Whether an account with this link is the person's. */
  public boolean isLinkedBy(String linkedId) {
    return linkedId.equals(federatedId()) || formerFederatedIds().contains(linkedId);
  }

  /** The account's name by today's settings; empty when it is chance. */
  Optional<String> userName() {
    return switch (settings.userName()) {
      case PSEUDONIMO -> Optional.of(pseudonym);
      case CPF -> Optional.of(cpf().orElse(pseudonym));
      case ALEATORIO -> Optional.empty();
    };
  }

  /** Names of earlier settings, by which an account is still to be renamed. */
  Set<String> formerUserNames() {
    return Stream.concat(
            cpf().stream(), allKeys().map(key -> Pseudonym.userName(subject.id(), alias, key)))
        .filter(name -> !userName().equals(Optional.of(name)))
        .collect(Collectors.toSet());
  }

  /** Whether names are chance. */
  boolean isRandom() {
    return settings.userName() == UserName.ALEATORIO;
  }

  private Optional<String> cpf() {
    return subject.cpf().map(number -> number.digits());
  }

  private Stream<PseudonymKey> allKeys() {
    return Stream.concat(Stream.of(keys.current()), keys.former().stream());
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "Identifiers";
  }
}
