package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A photo whose kind is known by its first bytes, whatever gov.br says that it is: an address of
 * this server must never serve a page or a script.
 */
final class Photo {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] GIF = ascii("GIF8");
  private static final byte[] RIFF = ascii("RIFF");
  private static final byte[] WEBP = ascii("WEBP");
  private static final int WEBP_AT = 8;
  private static final String DATA_URL = "data:";

  private final String type;
  private final byte[] bytes;

  private Photo(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** The image. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** Reads an image, raw as gov.br's samples expect it, or in Base64 as its guide says. */
  static Photo read(byte[] body) throws UnusableAnswerException {
    return of(body)
        .or(() -> decoded(body).flatMap(Photo::of))
        .orElseThrow(() -> new UnusableAnswerException(Outcome.MALFORMED));
  }

  private static Optional<Photo> of(byte[] bytes) {
    if (startsWith(bytes, 0, PNG)) {
      return Optional.of(new Photo("image/png", bytes));
    }
    if (startsWith(bytes, 0, JPEG)) {
      return Optional.of(new Photo("image/jpeg", bytes));
    }
    if (startsWith(bytes, 0, GIF)) {
      return Optional.of(new Photo("image/gif", bytes));
    }
    return startsWith(bytes, 0, RIFF) && startsWith(bytes, WEBP_AT, WEBP)
        ? Optional.of(new Photo("image/webp", bytes))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] start) {
    int end = from + start.length;
    return bytes.length >= end && Arrays.equals(bytes, from, end, start, 0, start.length);
  }

  private static Optional<byte[]> decoded(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).strip();
    String encoded =
        text.startsWith(DATA_URL) ? text.substring(text.indexOf(',') + 1) : unquoted(text);
    try {
      return Optional.of(Base64.getMimeDecoder().decode(encoded));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** It is a person's face. */
  @Override
  public String toString() {
    return "Photo[" + type + "]";
  }
}
