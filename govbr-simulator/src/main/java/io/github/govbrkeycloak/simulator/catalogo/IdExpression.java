package io.github.govbrkeycloak.simulator.catalogo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service demands, as it writes it in the catalogue's address: {@code 2,3} is all of them,
 * {@code (2/3)} any of them, and both mix. gov.br's guide (Passo 12) calls the slash a backslash
 * and its older samples forget the closing parenthesis, so both are understood.
 *
 * @param clauses all of these must be met, each by any of its ids
 */
record IdExpression(List<Set<String>> clauses) {

  private static final Pattern WELL_FORMED =
      Pattern.compile("\\(?[0-9]{1,4}([/\\\\][0-9]{1,4})*\\)?");
  private static final int LONGEST = 400;

  /** Nothing demanded. */
  static final IdExpression NONE = new IdExpression(List.of());

  /**
   * Reads a list.
   *
   * @param text the parameter's value; {@code null} and blank demand nothing
   * @throws IllegalArgumentException if it is no such list
   */
  static IdExpression parse(String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("too long");
    }
    List<Set<String>> clauses = new ArrayList<>();
    for (String clause : text.replaceAll("\\s", "").split(",", -1)) {
      if (!WELL_FORMED.matcher(clause).matches()) {
        throw new IllegalArgumentException("not a list of ids");
      }
      clauses.add(
          Arrays.stream(clause.replaceAll("[()]", "").split("[/\\\\]", -1))
              .collect(Collectors.toUnmodifiableSet()));
    }
    return new IdExpression(List.copyOf(clauses));
  }

  /** Whether every clause is met. */
  boolean isMetBy(Predicate<String> has) {
    return missing(has).isEmpty();
  }

  /** The clauses that are not met. */
  List<Set<String>> missing(Predicate<String> has) {
    return clauses.stream().filter(clause -> clause.stream().noneMatch(has)).toList();
  }
}
