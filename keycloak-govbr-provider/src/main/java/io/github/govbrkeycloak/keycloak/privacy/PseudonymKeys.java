package io.github.govbrkeycloak.keycloak.privacy;

import io.github.govbrkeycloak.keycloak.config.KeyReference;
import io.github.govbrkeycloak.keycloak.config.PrivacySettings;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys of pseudonyms of an identity provider.
 *
 * @param current makes new pseudonyms
 * @param former made those that accounts may still have
 */
record PseudonymKeys(PseudonymKey current, List<PseudonymKey> former) {

  /**
   * Reads the keys.
   *
   * @throws LoginRefusedException when the vault lacks one: with another key a person would be
   *     taken for a new one
   */
  static PseudonymKeys read(KeycloakSession session, RealmModel realm, PrivacySettings settings) {
    PseudonymKey ofRealm =
        new PseudonymKey(
            "", session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey());
    Optional<PseudonymKey> configured = settings.key().map(key -> read(session, key));
    return new PseudonymKeys(
        configured.orElse(ofRealm),
        Stream.concat(
                settings.formerKeys().stream().map(key -> read(session, key)),
                configured.map(any -> ofRealm).stream())
            .toList());
  }

  private static PseudonymKey read(KeycloakSession session, KeyReference reference) {
    return new PseudonymKey(
        reference.id(),
        reference
            .read(session)
            .orElseThrow(() -> new LoginRefusedException(Reason.NO_PSEUDONYM_KEY)));
  }
}
