package io.github.govbrkeycloak.keycloak.token;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.crypto.Algorithm;
import org.keycloak.util.JsonSerialization;

/**
 * A signed token as it came (RFC 7515, compact form). That it could be read says nothing about who
 * wrote it.
 *
 * <p>Read strictly: three parts, in each object every name once, no extension that must be
 * understood, no algorithm but those of key pairs. A client's public key must never count as a
 * shared secret.
 */
public final class SignedToken {

  private static final int MAX_CHARACTERS = 64 * 1024;
  private static final int MAX_KID = 255;

  private static final Set<String> ALGORITHMS =
      Set.of(
          Algorithm.RS256,
          Algorithm.RS384,
          Algorithm.RS512,
          Algorithm.PS256,
          Algorithm.PS384,
          Algorithm.PS512,
          Algorithm.ES256,
          Algorithm.ES384,
          Algorithm.ES512,
          Algorithm.EdDSA);

  private static final ObjectReader STRICT_READER =
      JsonSerialization.mapper
          .readerFor(new TypeReference<Map<String, Object>>() {})
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String encoded;
  private final String algorithm;
  private final Optional<String> kid;
  private final byte[] signature;

  private SignedToken(String encoded, String algorithm, Optional<String> kid, byte[] signature) {
    this.encoded = encoded;
    this.algorithm = algorithm;
    this.kid = kid;
    this.signature = signature;
  }

  /**
   * Reads a token.
   *
   * @throws LoginRefusedException when it is none, or not signed in a way that could be believed
   */
  public static SignedToken parse(String encoded) {
    if (encoded == null || encoded.length() > MAX_CHARACTERS) {
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
    String[] parts = encoded.split("\\.", -1);
    if (parts.length != 3) {
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
    Claims header = read(parts[0]);
    String algorithm =
        header
            .exactText("alg")
            .filter(ALGORITHMS::contains)
            .orElseThrow(() -> new LoginRefusedException(Reason.ID_TOKEN_SIGNATURE));
    byte[] signature = decode(parts[2]);
    if (signature.length == 0 || header.values().containsKey("crit")) {
      throw new LoginRefusedException(Reason.ID_TOKEN_SIGNATURE);
    }
    return new SignedToken(encoded, algorithm, kid(header), signature);
  }

  /** A key id that is there but is none names no key: it must not count as absent. */
  private static Optional<String> kid(Claims header) {
    if (!header.values().containsKey("kid")) {
      return Optional.empty();
    }
    return Optional.of(
        header
            .exactText("kid")
            .filter(kid -> kid.length() <= MAX_KID)
            .orElseThrow(() -> new LoginRefusedException(Reason.ID_TOKEN_SIGNATURE)));
  }

  private static Claims read(String part) {
    try {
      Map<String, Object> object = STRICT_READER.readValue(decode(part));
      if (object != null) {
        return new Claims(object);
      }
    } catch (IOException notAnObject) {
      // The parser's own error quotes the input, which is personal: it is not kept as the cause.
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
    throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
  }

  private static byte[] decode(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException notBase64) {
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
  }

  /** The algorithm that the token states. */
  public String algorithm() {
    return algorithm;
  }

  /** The id of the key that the token states. */
  public Optional<String> kid() {
    return kid;
  }

  /** What was signed. */
  public byte[] signedBytes() {
    return encoded.substring(0, encoded.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  /** The signature. */
  public byte[] signature() {
    return signature.clone();
  }

  /**
   * What the token says.
   *
   * @throws LoginRefusedException when it is no JSON object
   */
  public Claims claims() {
    return read(encoded.substring(encoded.indexOf('.') + 1, encoded.lastIndexOf('.')));
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "SignedToken";
  }
}
