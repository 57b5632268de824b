package io.github.govbrkeycloak.simulator.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fixed, public TEST keys of the simulator, all under the one key id gov.br uses in every
 * environment.
 */
public final class SigningKeys {

  /** gov.br's key id, the same in staging and production although the keys differ. */
  public static final String KID = "rsa1";

  /** The id of the key that follows in an ordinary rotation. */
  public static final String NEXT_KID = "rsa2";

  /** The id of the key of the older host that revalidates passwords. */
  public static final String REVALIDATION_KID = "rsa-revalidacao";

  /** Which of the test keys. */
  public enum Which {
    /** The one {@code /jwk} publishes. */
    PUBLISHED("publicada"),
    /** The one {@code /jwk} publishes after a rotation. */
    ROTATED("trocada"),
    /** One that is never published: its signatures are forgeries. */
    UNPUBLISHED("desconhecida"),
    /** The one of the older host that revalidates passwords. */
    REVALIDATION("revalidacao");

    private final String property;

    Which(String property) {
      this.property = property;
    }

    /** The key of that name in the control API. */
    static Optional<Which> named(String name) {
      return Arrays.stream(values()).filter(which -> which.property.equals(name)).findFirst();
    }
  }

  private final Map<Which, RSAKey> keys = new LinkedHashMap<>();
  private final Map<Which, JWSSigner> signers = new LinkedHashMap<>();

  /** Loads the keys that come with the simulator. */
  public SigningKeys() {
    try {
      Map<String, Object> file =
          JSONObjectUtils.parse(JsonFixtures.bundledText("chaves-de-teste.json"));
      for (Which which : Which.values()) {
        RSAKey key = RSAKey.parse(JSONObjectUtils.getJSONObject(file, which.property));
        keys.put(which, key);
        signers.put(which, new RSASSASigner(key));
      }
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("the bundled test keys are unreadable", e);
    }
  }

  /** A signed JWT; like gov.br's, its header has no {@code typ}. */
  public String sign(Map<String, Object> claims, Which which) {
    return sign(claims, which, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KID).build());
  }

  /** A signed JWT with a header of one's own. */
  public String sign(Map<String, Object> claims, Which which, JWSHeader header) {
    JWSObject jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(signers.get(which));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
    return jws.serialize();
  }

  /** A compact JWS of exactly these texts, whatever its header claims; the signature is RS256. */
  String signAsWritten(String header, String payload, Which which) {
    String signed =
        Base64URL.encode(header).toString() + "." + Base64URL.encode(payload).toString();
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.get(which).toRSAPrivateKey());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64URL.encode(signature.sign());
    } catch (JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  RSAPublicKey publicKey(Which which) {
    try {
      return keys.get(which).toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("the bundled test keys are unreadable", e);
    }
  }

  /** Whether this very key made a signature. */
  public boolean signed(JWSObject jws, Which which) {
    return verifies(jws, which);
  }

  /** Whether one of the keys this simulator has ever published made this signature. */
  public boolean signed(JWSObject jws) {
    return verifies(jws, Which.PUBLISHED) || verifies(jws, Which.ROTATED);
  }

  /**
   * A JWT whose HMAC has a public key as its secret: the bytes of its PEM text (X.509, 64
   * characters a line, a line break at the end), as careless libraries take them.
   */
  public String signWithPublicKeyAsSecret(Map<String, Object> claims, Which which, String kid) {
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(), new Payload(claims));
    try {
      jws.sign(new MACSigner(publicPem(which)));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
    return jws.serialize();
  }

  private byte[] publicPem(Which which) throws JOSEException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(keys.get(which).toRSAPublicKey().getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The key as gov.br publishes keys: without {@code use}. */
  public Map<String, Object> publicJwk(Which which) {
    RSAKey key = keys.get(which);
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("e", key.getPublicExponent().toString());
    jwk.put("kid", KID);
    jwk.put("alg", "RS256");
    jwk.put("n", key.getModulus().toString());
    return jwk;
  }

  private boolean verifies(JWSObject jws, Which which) {
    try {
      return jws.verify(new RSASSAVerifier(keys.get(which).toRSAPublicKey()));
    } catch (JOSEException e) {
      return false;
    }
  }
}
