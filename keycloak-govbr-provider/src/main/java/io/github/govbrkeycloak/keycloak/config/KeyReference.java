package io.github.govbrkeycloak.keycloak.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/**
 * Where a key of pseudonyms is: in Keycloak's vault, never in the configuration, which the console
 * shows.
 *
 * @param id what tells its pseudonyms from those of other keys
 * @param reference to the vault, {@code ${vault.name}}
 */
public record KeyReference(String id, String reference) {

  /** As many as the HMAC's own output: with fewer somebody might try all keys. */
  public static final int SHORTEST_KEY = 32;

  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,16}");
  private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[A-Za-z0-9._-]+}");

  boolean hasUsableId() {
    return ID.matcher(id).matches();
  }

  boolean isOfVault() {
    return VAULT.matcher(reference).matches();
  }

  /** The key; empty when the vault has none, or one too short. */
  public Optional<SecretKey> read(KeycloakSession session) {
    if (!isOfVault()) {
      return Optional.empty();
    }
    try (VaultStringSecret secret = session.vault().getStringSecret(reference)) {
      // Editors end a file with a line break: the key is the same without it.
      return secret
          .get()
          .map(String::strip)
          .filter(text -> text.length() >= SHORTEST_KEY)
          .map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }
  }
}
