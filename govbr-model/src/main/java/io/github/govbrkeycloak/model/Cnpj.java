package io.github.govbrkeycloak.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a company or public body in Brazil's register of legal entities.
 *
 * <p>New registrations since July 2026 have letters in the first twelve positions (IN RFB
 * 2.229/2024); the two check digits stay numeric and old numbers stay as they are. Treat it as
 * text. A CNPJ is public data: {@link #toString()} shows it.
 *
 * @param value the fourteen characters, upper-case, without punctuation
 */
public record Cnpj(String value) {

  /** Beyond this no amount of surrounding blanks is an honest CNPJ; keeps hostile input cheap. */
  private static final int LONGEST_INPUT = 64;

  private static final int LENGTH = 14;

  private static final Pattern ROOT = Pattern.compile("[0-9A-Z]{12}");
  private static final Pattern PUNCTUATION = Pattern.compile("[./-]");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[0-9A-Za-z]{2}\\.?[0-9A-Za-z]{3}\\.?[0-9A-Za-z]{3}/?[0-9A-Za-z]{4}-?[0-9]{2}");

  /**
   * Takes fourteen bare upper-case characters; use {@link #of(String)} for what people wrote.
   *
   * @throws IllegalArgumentException if this is no CNPJ
   */
  public Cnpj {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid CNPJ");
    }
  }

  /**
   * Reads a CNPJ with or without punctuation, in either case, with surrounding blanks.
   *
   * @throws IllegalArgumentException if this is no CNPJ
   */
  public static Cnpj of(String written) {
    return parse(written).orElseThrow(() -> new IllegalArgumentException("not a valid CNPJ"));
  }

  /** The same reading as {@link #of(String)}; whatever is no CNPJ, even {@code null}, is empty. */
  public static Optional<Cnpj> parse(String written) {
    if (written == null || written.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    String stripped = written.strip();
    if (isValid(stripped)) {
      // As gov.br's lists of thousands have them.
      return Optional.of(new Cnpj(stripped));
    }
    if (!WRITTEN.matcher(stripped).matches()) {
      return Optional.empty();
    }
    String value = PUNCTUATION.matcher(stripped).replaceAll("").toUpperCase(Locale.ROOT);
    return isValid(value) ? Optional.of(new Cnpj(value)) : Optional.empty();
  }

  /**
   * The number that begins with these twelve characters.
   *
   * @throws IllegalArgumentException if none does
   */
  public static Cnpj beginningWith(String root) {
    if (root == null || !ROOT.matcher(root).matches()) {
      throw new IllegalArgumentException("not the beginning of a CNPJ");
    }
    String almost = root + checkDigit(root, 12);
    return new Cnpj(almost + checkDigit(almost, 13));
  }

  /** The number as people write it: {@code 12.ABC.345/01DE-35}. */
  public String formatted() {
    return value.substring(0, 2)
        + '.'
        + value.substring(2, 5)
        + '.'
        + value.substring(5, 8)
        + '/'
        + value.substring(8, 12)
        + '-'
        + value.substring(12);
  }

  /** The {@linkplain #formatted() formatted} number. */
  @Override
  public String toString() {
    return formatted();
  }

  private static boolean isValid(String value) {
    return value != null
        && isBare(value)
        && !value.equals(value.substring(0, 1).repeat(LENGTH))
        && checkDigit(value, 12) == value.charAt(12) - '0'
        && checkDigit(value, 13) == value.charAt(13) - '0';
  }

  /** Letters and digits, the last two digits; by hand, because lists have thousands of them. */
  private static boolean isBare(String value) {
    if (value.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char each = value.charAt(i);
      boolean isDigit = each >= '0' && each <= '9';
      if (!isDigit && (i >= LENGTH - 2 || each < 'A' || each > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Modulo 11 over the characters before {@code position}: each counts its ASCII code minus 48, the
   * weights run from 2 to 9 and again, from right to left.
   */
  private static int checkDigit(String value, int position) {
    int sum = 0;
    for (int i = 0; i < position; i++) {
      int weight = 2 + (position - 1 - i) % 8;
      sum += (value.charAt(i) - '0') * weight;
    }
    int remainder = sum % 11;
    return remainder < 2 ? 0 : 11 - remainder;
  }
}
