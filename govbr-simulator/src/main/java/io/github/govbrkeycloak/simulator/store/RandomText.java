package io.github.govbrkeycloak.simulator.store;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable text for cookies and form tokens. */
public final class RandomText {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private RandomText() {}

  /** A new one. */
  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
