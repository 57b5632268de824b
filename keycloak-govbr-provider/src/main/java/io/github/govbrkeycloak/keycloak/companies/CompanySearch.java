package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person wrote to find a company: words of its name in any order, without regard to accents
 * and case, or a piece of its CNPJ with or without punctuation.
 *
 * @param words the words, plain
 * @param number the same without blanks and the punctuation of a CNPJ, in capital letters
 */
record CompanySearch(List<String> words, String number) {

  /** Beyond this nobody writes by hand. */
  private static final int LONGEST = 100;

  /** Most names of the register have no accents. */
  private static final int LAST_OF_ASCII = 0x7f;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s./-]+");

  static CompanySearch of(String written) {
    String text = written == null ? "" : written.substring(0, Math.min(LONGEST, written.length()));
    return new CompanySearch(
        Arrays.stream(BLANKS.split(plain(text))).filter(word -> !word.isEmpty()).toList(),
        PUNCTUATION.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
  }

  /** Lower case, without accents. */
  static String plain(String text) {
    String bare =
        text.chars().allMatch(letter -> letter <= LAST_OF_ASCII)
            ? text
            : ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT);
  }

  boolean finds(LinkedCompany company) {
    if (words.isEmpty()) {
      return true;
    }
    boolean byNumber = !number.isEmpty() && company.cnpj().value().contains(number);
    return byNumber || company.name().map(CompanySearch::plain).filter(this::hasAll).isPresent();
  }

  private boolean hasAll(String name) {
    return words.stream().allMatch(name::contains);
  }
}
