package io.github.govbrkeycloak.model;

/**
 * A word from gov.br's vocabulary as it came over the wire, made harmless before it is kept.
 *
 * <p>Words we do not know are kept, shown and logged, and they come from outside: a bounded length
 * and no control characters is what makes that safe.
 */
final class RawTerm {

  private static final int LONGEST = 64;

  private RawTerm() {}

  /** The word without surrounding blanks and control characters; empty for {@code null}. */
  static String clean(String raw) {
    if (raw == null) {
      return "";
    }
    if (raw.length() <= LONGEST && raw.chars().allMatch(RawTerm::isPlain)) {
      return raw;
    }
    return raw.substring(0, Math.min(raw.length(), 4 * LONGEST))
        .codePoints()
        .filter(RawTerm::isHarmless)
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  /** The id in {@code 801} and in gov.br's explanatory {@code 801 (certificado_digital)}. */
  static String id(String raw) {
    String term = clean(raw);
    int explanation = term.indexOf('(');
    return explanation < 0 ? term : term.substring(0, explanation).strip();
  }

  /** Almost all are: a letter, digit or sign of ASCII, and no blank. */
  private static boolean isPlain(int character) {
    return character > ' ' && character < 0x7f;
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
