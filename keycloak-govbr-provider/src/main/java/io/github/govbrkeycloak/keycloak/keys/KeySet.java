package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/**
 * The public keys that an issuer published at one moment.
 *
 * <p>Only key pairs are kept: a shared secret ({@code oct}) in a public document is none. RSA keys
 * of a size that cannot be honest are left out: too short can be broken (RFC 7518, section 3.3),
 * too long keeps the server busy. gov.br's key has no {@code use}.
 */
public final class KeySet {

  private static final int MIN_RSA_BITS = 2048;
  private static final int MAX_RSA_BITS = 8192;
  private static final int MAX_KEYS = 50;

  private final List<KeyWrapper> keys;

  private KeySet(List<KeyWrapper> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads a JSON Web Key Set.
   *
   * @throws LoginRefusedException when it is none, or holds no key that could sign
   */
  public static KeySet parse(String json) {
    List<KeyWrapper> usable =
        JWKSUtils.getKeyWrappersForUse(readSet(json), JWK.Use.SIG, true).getKeys().stream()
            .filter(KeySet::isOfHonestSize)
            .toList();
    if (usable.isEmpty()) {
      throw new LoginRefusedException(Reason.KEYS_UNUSABLE);
    }
    return new KeySet(usable);
  }

  private static JSONWebKeySet readSet(String json) {
    try {
      JSONWebKeySet set = JsonSerialization.readValue(json, JSONWebKeySet.class);
      if (set != null && set.getKeys() != null) {
        set.setKeys(
            Arrays.stream(set.getKeys())
                .filter(key -> key != null && key.getKeyType() != null)
                .limit(MAX_KEYS)
                .toArray(JWK[]::new));
        return set;
      }
    } catch (IOException notASet) {
      throw new LoginRefusedException(Reason.KEYS_UNUSABLE);
    }
    throw new LoginRefusedException(Reason.KEYS_UNUSABLE);
  }

  private static boolean isOfHonestSize(KeyWrapper key) {
    if (!(key.getPublicKey() instanceof RSAPublicKey rsa)) {
      return true;
    }
    int bits = rsa.getModulus().bitLength();
    return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
  }

  /**
   * The keys that may have made a signature, each a copy that the caller may change: Keycloak's
   * verifiers write the algorithm into a key that states none.
   *
   * @param kid the key's id as the token states it; without one every key may be it
   * @param algorithm the token's algorithm; a key that states another one is not for it
   */
  List<KeyWrapper> candidates(Optional<String> kid, String algorithm) {
    return keys.stream()
        .filter(key -> kid.isEmpty() || kid.get().equals(key.getKid()))
        .filter(key -> isFor(key, algorithm))
        .map(key -> copyFor(key, algorithm))
        .toList();
  }

  /** An RSA key that states no algorithm is for all of RSA; a curve has one of its own. */
  private static boolean isFor(KeyWrapper key, String algorithm) {
    return (key.getAlgorithm() == null && KeyType.RSA.equals(key.getType()))
        || algorithm.equals(key.getAlgorithmOrDefault());
  }

  private static KeyWrapper copyFor(KeyWrapper key, String algorithm) {
    KeyWrapper copy = key.cloneKey();
    copy.setAlgorithm(algorithm);
    return copy;
  }
}
