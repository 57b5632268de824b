package io.github.govbrkeycloak.keycloak.privacy;

import javax.crypto.SecretKey;

/**
 * A key of pseudonyms.
 *
 * @param id is part of each of its pseudonyms; empty for the realm's own key
 * @param key the secret
 */
record PseudonymKey(String id, SecretKey key) {

  /** A key is never printed. */
  @Override
  public String toString() {
    return "PseudonymKey " + id;
  }
}
