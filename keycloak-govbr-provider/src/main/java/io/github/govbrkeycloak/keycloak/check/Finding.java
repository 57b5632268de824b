package io.github.govbrkeycloak.keycloak.check;

import java.util.List;

/**
 * How one thing stands. The sentence is the message {@code govbr.check.ITEM.CASE}; what to do about
 * it, where there is something to do, is {@code govbr.check.ITEM.CASE.remedy}. Neither holds a
 * secret.
 *
 * @param item what was looked at
 * @param verdict how it stands
 * @param which the case
 * @param details for the sentence and the remedy
 */
record Finding(Item item, Verdict verdict, String which, List<String> details) {

  /** The case in which all is well. */
  static final String OK = "ok";

  static Finding green(Item item, String... details) {
    return new Finding(item, Verdict.GREEN, OK, List.of(details));
  }

  static Finding yellow(Item item, String which, String... details) {
    return new Finding(item, Verdict.YELLOW, which, List.of(details));
  }

  static Finding red(Item item, String which, String... details) {
    return new Finding(item, Verdict.RED, which, List.of(details));
  }

  String messageKey() {
    return "govbr.check." + item.word() + "." + which;
  }
}
