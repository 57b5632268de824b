package io.github.govbrkeycloak.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a person in Brazil's taxpayer register, and the subject of every gov.br token.
 *
 * <p>A {@code Cpf} cannot exist invalid: eleven ASCII digits, both check digits right, not one
 * digit repeated eleven times. It is personal data, so {@link #toString()} is masked: whoever wants
 * the number has to say {@link #digits()} or {@link #formatted()}.
 *
 * @param digits the eleven digits, without punctuation
 */
public record Cpf(String digits) {

  private static final int LENGTH = 11;

  /** Beyond this no amount of surrounding blanks is an honest CPF; keeps hostile input cheap. */
  private static final int LONGEST_INPUT = 64;

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{3})\\.?([0-9]{3})\\.?([0-9]{3})-?([0-9]{2})");

  /**
   * Takes eleven bare digits; use {@link #of(String)} for what people or gov.br wrote.
   *
   * @throws IllegalArgumentException if this is no CPF; the message never holds the value
   */
  public Cpf {
    if (!isValid(digits)) {
      throw new IllegalArgumentException("not a valid CPF");
    }
  }

  /**
   * Reads a CPF with or without punctuation ({@code 123.456.789-09}, {@code 12345678909}, {@code
   * 123456789-09}) and surrounding blanks.
   *
   * @throws IllegalArgumentException if this is no CPF; the message never holds the value
   */
  public static Cpf of(String written) {
    return parse(written).orElseThrow(() -> new IllegalArgumentException("not a valid CPF"));
  }

  /** The same reading as {@link #of(String)}; whatever is no CPF, even {@code null}, is empty. */
  public static Optional<Cpf> parse(String written) {
    if (written == null || written.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1) + matcher.group(2) + matcher.group(3) + matcher.group(4);
    return isValid(digits) ? Optional.of(new Cpf(digits)) : Optional.empty();
  }

  /** The number as people write it: {@code 123.456.789-09}. */
  public String formatted() {
    return digits.substring(0, 3) + '.' + middle() + '-' + digits.substring(9);
  }

  /**
   * The six middle digits only, {@code •••.456.789-••}: the mask that the federal government itself
   * publishes names with, enough for a person to recognise their own number.
   */
  public String masked() {
    return "•••." + middle() + "-••";
  }

  /** The {@linkplain #masked() masked} number, so that no log holds a whole one by accident. */
  @Override
  public String toString() {
    return masked();
  }

  private String middle() {
    return digits.substring(3, 6) + '.' + digits.substring(6, 9);
  }

  private static boolean isValid(String digits) {
    return digits != null
        && digits.length() == LENGTH
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && digits.chars().anyMatch(each -> each != digits.charAt(0))
        && checkDigit(digits, 9) == digits.charAt(9) - '0'
        && checkDigit(digits, 10) == digits.charAt(10) - '0';
  }

  /** Modulo 11 over the digits before {@code position}, the last of them weighing 2. */
  private static int checkDigit(String digits, int position) {
    int sum = 0;
    for (int i = 0; i < position; i++) {
      sum += (digits.charAt(i) - '0') * (position + 1 - i);
    }
    int remainder = sum % 11;
    return remainder < 2 ? 0 : 11 - remainder;
  }
}
