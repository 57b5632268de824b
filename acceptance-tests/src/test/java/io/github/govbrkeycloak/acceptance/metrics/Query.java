package io.github.govbrkeycloak.acceptance.metrics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query in PromQL, as far as it names metrics and labels.
 *
 * @param selectors which measurements it reads
 * @param groups the labels by which it groups or joins them
 */
public record Query(List<Selector> selectors, Set<String> groups) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|#[^\\n]*|(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<word>[a-zA-Z_:][a-zA-Z0-9_:]*)|(?<other>[0-9][0-9a-zA-Z.]*"
              + "|=~|!~|!=|==|>=|<=|[-+*/%^(){}\\[\\],=<>@:])");
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "atan2");
  private static final Set<String> GROUPING =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  /**
   * Reads a query.
   *
   * @throws IllegalArgumentException for what is not PromQL, or names no metric before its labels
   */
  public static Query parse(String promQl) {
    return new Reading(tokens(promQl)).query();
  }

  private static List<String> tokens(String promQl) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(promQl);
    int end = 0;
    while (end < promQl.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalArgumentException("not PromQL from here: " + promQl.substring(end));
      }
      end = matcher.end();
      if (!matcher.group().isBlank() && !matcher.group().startsWith("#")) {
        tokens.add(matcher.group());
      }
    }
    return tokens;
  }

  private static boolean isWord(String token) {
    return token.matches("[a-zA-Z_:].*");
  }

  /** One pass over the tokens. */
  private static final class Reading {

    private final List<String> tokens;
    private final List<Selector> selectors = new ArrayList<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private int next;

    Reading(List<String> tokens) {
      this.tokens = tokens;
    }

    Query query() {
      while (next < tokens.size()) {
        String token = take();
        if (token.equals("{")) {
          throw new IllegalArgumentException("labels without a metric: " + tokens);
        }
        if (isWord(token)) {
          word(token);
        }
      }
      return new Query(selectors, groups);
    }

    private void word(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (GROUPING.contains(lower)) {
        labels();
      } else if (!isFunction() && !OPERATORS.contains(lower)) {
        selectors.add(new Selector(word, conditions()));
      }
    }

    /** An aggregation may have its labels before its parentheses. */
    private boolean isFunction() {
      return isNext("(") || isNext("by") || isNext("without");
    }

    private void labels() {
      if (!isNext("(")) {
        return;
      }
      take();
      while (!isNext(")")) {
        String label = take();
        if (!label.equals(",")) {
          groups.add(label);
        }
      }
      take();
    }

    private List<Selector.Condition> conditions() {
      List<Selector.Condition> conditions = new ArrayList<>();
      if (!isNext("{")) {
        return conditions;
      }
      take();
      while (!isNext("}")) {
        String label = take();
        if (!label.equals(",")) {
          conditions.add(new Selector.Condition(label, take(), unquoted(take())));
        }
      }
      take();
      return conditions;
    }

    private boolean isNext(String token) {
      return next < tokens.size() && tokens.get(next).equals(token);
    }

    private String take() {
      if (next == tokens.size()) {
        throw new IllegalArgumentException("ends too early: " + tokens);
      }
      return tokens.get(next++);
    }

    private static String unquoted(String text) {
      return text.substring(1, text.length() - 1).replace("\\\\", "\\");
    }
  }
}
