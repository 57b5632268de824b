package io.github.govbrkeycloak.simulator.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** PKCE's second half (RFC 7636). */
final class CodeVerifier {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private CodeVerifier() {}

  /** Whether a verifier is the one whose hash was sent; where none was sent, none is needed. */
  static boolean matches(String verifier, String challenge) {
    if (challenge == null) {
      return true;
    }
    return verifier != null
        && FORM.matcher(verifier).matches()
        && MessageDigest.isEqual(s256(verifier), challenge.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] s256(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encode(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
