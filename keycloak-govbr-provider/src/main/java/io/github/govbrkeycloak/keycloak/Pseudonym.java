package io.github.govbrkeycloak.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.Base32;

/**
 * The user name under which Keycloak knows a person of gov.br.
 *
 * <p>Keycloak writes the broker's user name into events, warnings and pages. A CPF must not get
 * there, nor a plain hash of it: all CPFs are tried in minutes. So it is keyed with the realm's own
 * secret. The person is recognised by the subject, not by this name: when the realm's key changes,
 * accounts stay, and only new ones are named by the new key.
 */
final class Pseudonym {

  private static final String PREFIX = "govbr-";
  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 16;

  private Pseudonym() {}

  /** The person's pseudonym at one identity provider of the realm. */
  static String of(String subject, String alias, KeycloakSession session, RealmModel realm) {
    SecretKey key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey();
    return of(subject, alias, key);
  }

  static String of(String subject, String alias, SecretKey key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      byte[] code =
          mac.doFinal(
              ("broker user name\n" + alias + "\n" + subject).getBytes(StandardCharsets.UTF_8));
      return PREFIX + Base32.encode(Arrays.copyOf(code, BYTES)).toLowerCase(Locale.ROOT);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC is not available", impossible);
    }
  }
}
