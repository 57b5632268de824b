package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.util.Locale;

/**
 * One line of the result.
 *
 * @param what was measured
 * @param value what came out
 * @param target what it should be; empty where nothing is asked
 * @param verdict what follows
 */
record Finding(String what, String value, String target, Verdict verdict) {

  /** What a finding means. */
  enum Verdict {
    /** Something exact is as it has to be. */
    HELD("cumprida"),
    /** Something exact is not: the run fails. */
    BROKEN("QUEBRADA"),
    /** Something noisy reached its target this time. */
    REACHED("atingida"),
    /** Something noisy did not: to be seen beside its noise. */
    MISSED("não atingida"),
    /** For comparison. */
    TOLD("");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** As readers see it. */
    String word() {
      return word;
    }
  }

  /** For comparison only. */
  static Finding told(String what, String value) {
    return new Finding(what, value, "", Verdict.TOLD);
  }

  /** Of something exact. */
  static Finding exact(String what, String value, String target, boolean holds) {
    return new Finding(what, value, target, holds ? Verdict.HELD : Verdict.BROKEN);
  }

  /** Of something that varies from run to run. */
  static Finding noisy(String what, String value, String target, boolean holds) {
    return new Finding(what, value, target, holds ? Verdict.REACHED : Verdict.MISSED);
  }

  /** A number and its interval, as readers see it. */
  static String text(Estimate estimate, int digits, String unit) {
    return number(estimate.median(), digits)
        + unit
        + " ["
        + number(estimate.low(), digits)
        + "; "
        + number(estimate.high(), digits)
        + "]";
  }

  /** A number as it is written in Brazil. */
  static String number(double value, int digits) {
    return String.format(Locale.forLanguageTag("pt-BR"), "%." + digits + "f", value);
  }
}
