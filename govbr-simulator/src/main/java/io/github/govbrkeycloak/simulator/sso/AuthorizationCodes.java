package io.github.govbrkeycloak.simulator.sso;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.store.ExpiringStore;
import io.github.govbrkeycloak.simulator.store.RandomText;
import io.github.govbrkeycloak.simulator.tokens.Grant;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Authorization codes. They look like gov.br's, a compact JWE with an empty key part and so with
 * two dots in a row, but mean nothing: what they stand for is kept here.
 */
final class AuthorizationCodes {

  /**
   * What a code stands for.
   *
   * @param redirectUri where the code was sent
   * @param codeChallenge PKCE challenge, or {@code null}
   */
  record Issued(Grant grant, String redirectUri, String codeChallenge) {}

  /** Why a code is worth nothing. */
  enum Fate {
    /** Somebody has exchanged it. */
    USED,
    /** It was never exchanged, and it is too late. */
    EXPIRED,
    /** It was not issued here, or long ago. */
    UNKNOWN
  }

  /** gov.br does not tell; its older host says two minutes. */
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  /** How long one can be told what has become of a code. */
  private static final Duration MEMORY = Duration.ofMinutes(30);

  private static final int REMEMBERED = 2_000;

  private static final JWEHeader HEADER =
      new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
          .keyID("codeCryptography")
          .build();

  private static final int SHORT_CODE = 6;

  private final ExpiringStore<Issued> codes;
  private final ExpiringStore<Issued> issuedLately;
  private final ExpiringStore<Boolean> used;
  private final Settings settings;
  private final DirectEncrypter encrypter;

  AuthorizationCodes(Clock clock, Settings settings) {
    this.settings = settings;
    codes = new ExpiringStore<>(LIFETIME, clock);
    issuedLately = new ExpiringStore<>(MEMORY, clock, REMEMBERED);
    used = new ExpiringStore<>(MEMORY, clock, REMEMBERED);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      encrypter = new DirectEncrypter(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("no AES", e);
    }
  }

  String issue(Issued issued) {
    String code = newCode();
    codes.put(code, issued);
    issuedLately.put(code, issued);
    return code;
  }

  private String newCode() {
    if (settings.chosen(Choice.CODE_UUIDS)) {
      return UUID.randomUUID() + "." + UUID.randomUUID() + "." + UUID.randomUUID();
    }
    return settings.chosen(Choice.CODE_SHORT)
        ? RandomText.next().replaceAll("[_-]", "").substring(0, SHORT_CODE)
        : encrypted();
  }

  private String encrypted() {
    JWEObject jwe = new JWEObject(HEADER, new Payload(RandomText.next()));
    try {
      jwe.encrypt(encrypter);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
    return jwe.serialize();
  }

  /** What a code stands for, without using it up. */
  Optional<Issued> find(String code) {
    return codes.get(code);
  }

  /** Uses a code up. */
  Optional<Issued> redeem(String code) {
    Optional<Issued> redeemed = codes.remove(code);
    redeemed.ifPresent(issued -> used.put(code, true));
    return redeemed;
  }

  /** What has become of a code that {@link #find} does not know. */
  Fate fateOf(String code) {
    if (used.get(code).isPresent()) {
      return Fate.USED;
    }
    return issuedLately.get(code).isPresent() ? Fate.EXPIRED : Fate.UNKNOWN;
  }

  /** The login a code came from, whatever has become of the code. */
  Optional<Issued> issuedLately(String code) {
    return issuedLately.get(code);
  }

  void clear() {
    codes.clear();
    issuedLately.clear();
    used.clear();
  }
}
