package io.github.govbrkeycloak.acceptance.provider;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fresh key pair of an issuer.
 *
 * @param kid its id
 * @param algorithm how it signs, as tokens name it
 * @param java the same, as the JDK names it
 * @param pair the keys
 */
record TestKey(String kid, String algorithm, String java, KeyPair pair) {

  private static final int P256_BYTES = 32;

  static TestKey rsa(String kid, int bits) {
    return generate(kid, "RS256", "SHA256withRSA", "RSA", bits);
  }

  /** On the curve P-256. */
  static TestKey ec(String kid) {
    return generate(kid, "ES256", "SHA256withECDSAinP1363Format", "EC", 256);
  }

  private static TestKey generate(
      String kid, String algorithm, String java, String kind, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(bits);
      return new TestKey(kid, algorithm, java, generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As an issuer publishes it, without {@code use} and {@code alg}, as gov.br nearly does. */
  Map<String, Object> jwk() {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kid", kid);
    PublicKey key = pair.getPublic();
    if (key instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", encoded(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8));
      jwk.put("e", encoded(rsa.getPublicExponent(), 3));
    } else {
      ECPublicKey ec = (ECPublicKey) key;
      jwk.put("kty", "EC");
      jwk.put("crv", "P-256");
      jwk.put("x", encoded(ec.getW().getAffineX(), P256_BYTES));
      jwk.put("y", encoded(ec.getW().getAffineY(), P256_BYTES));
    }
    return jwk;
  }

  /** A compact JWS. */
  String sign(String header, String payload) {
    String signed = encoded(header) + "." + encoded(payload);
    try {
      Signature signature = Signature.getInstance(java);
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int copied = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - copied, fixed, length - copied, copied);
    return encoded(fixed);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return algorithm;
  }
}
