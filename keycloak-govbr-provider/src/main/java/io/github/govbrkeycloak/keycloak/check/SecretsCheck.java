package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.config.KeyReference;
import io.github.govbrkeycloak.keycloak.config.PrivacySettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/**
 * Whether the secrets that the configuration names are there. Their values are looked at here and
 * go nowhere.
 *
 * @param session of the request, whose realm's vault it is
 * @param config of the identity provider
 */
record SecretsCheck(KeycloakSession session, GovBrConfig config) {

  private static final String BY_SECRET = "client_secret";

  /** What is missing of the credential, so that asking gov.br makes no sense. */
  Optional<Finding> credential() {
    if (isBlank(config.getClientId())) {
      return Optional.of(Finding.red(Item.CREDENCIAL, "sem-identificador"));
    }
    return config.getClientAuthMethod().startsWith(BY_SECRET) && !hasSecret()
        ? Optional.of(Finding.red(Item.CREDENCIAL, "sem-segredo"))
        : Optional.empty();
  }

  private boolean hasSecret() {
    if (isBlank(config.getClientSecret())) {
      return false;
    }
    try (VaultStringSecret secret = session.vault().getStringSecret(config.getClientSecret())) {
      return secret.get().filter(text -> !text.isBlank()).isPresent();
    }
  }

  /** Whether the credential that asks for a password again has no secret in the vault. */
  boolean lacksPasswordSecret() {
    return config.senha().clientId().isPresent() && config.senha().secret(session).isEmpty();
  }

  /** Whether a key of pseudonyms is missing, without which nobody can sign in. */
  boolean lacksPseudonymKey() {
    PrivacySettings privacy = config.privacy();
    Stream<KeyReference> keys =
        Stream.concat(privacy.key().stream(), privacy.formerKeys().stream());
    return keys.anyMatch(key -> key.read(session).isEmpty());
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
