package io.github.govbrkeycloak.keycloak.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import org.keycloak.models.utils.Base32;

/**
 * Names for a person of gov.br from which nobody gets to the CPF.
 *
 * <p>A plain hash would not do: all CPFs are tried in minutes. So each is keyed.
 */
final class Pseudonym {

  /** What the user name of every account of gov.br begins with, but for one that is a CPF. */
  static final String PREFIX = "govbr-";

  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 16;

  private Pseudonym() {}

  /** The person's user name at one identity provider of the realm. */
  static String userName(String subject, String alias, PseudonymKey key) {
    return PREFIX + marked(key, code("broker user name", subject, alias, key));
  }

  /** What links the person's account to the identity provider. */
  static String federatedId(String subject, String alias, PseudonymKey key) {
    return marked(key, code("federated id", subject, alias, key));
  }

  private static String marked(PseudonymKey key, String code) {
    return key.id().isEmpty() ? code : key.id() + "-" + code;
  }

  private static String code(String use, String subject, String alias, PseudonymKey key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key.key());
      byte[] code =
          mac.doFinal((use + "\n" + alias + "\n" + subject).getBytes(StandardCharsets.UTF_8));
      return text(Arrays.copyOf(code, BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC is not available", impossible);
    }
  }

  /** Bytes as small letters and digits. */
  static String text(byte[] bytes) {
    return Base32.encode(bytes).toLowerCase(Locale.ROOT);
  }
}
