package io.github.govbrkeycloak.keycloak.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Public keys, one for each size, written as an issuer publishes them. */
final class JwkText {

  private static final Map<Integer, RSAPublicKey> BY_SIZE = new ConcurrentHashMap<>();

  private JwkText() {}

  static String set(String... keys) {
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }

  /** An RSA key; {@code more} stands before its other members. */
  static String rsa(int bits, String kid, String more) {
    RSAPublicKey key = BY_SIZE.computeIfAbsent(bits, JwkText::generate);
    return "{%s\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(more, kid, number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static RSAPublicKey generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return (RSAPublicKey) generator.generateKeyPair().getPublic();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
