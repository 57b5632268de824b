package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.Comparator;

/** The code of a refusal, out of all that is missing. */
final class LackReason {

  private LackReason() {}

  /**
   * The code of what must be cured first: what the person cannot cure comes before what they can,
   * and the level before what it may bring with it.
   */
  static Reason of(Verdict.Lacking verdict) {
    return verdict.lacks().stream()
        .min(Comparator.comparingInt(LackReason::urgency))
        .map(LackReason::of)
        .orElseThrow();
  }

  private static int urgency(Lack lack) {
    return switch (of(lack)) {
      case DEMAND_UNKNOWN -> 0;
      case NOT_FROM_GOVBR -> 1;
      case DEMANDED_FACT_UNTOLD -> 2;
      case LEVEL_TOO_LOW -> 3;
      case SEAL_MISSING -> 4;
      case FACTOR_MISSING -> 5;
      default -> 6;
    };
  }

  static Reason of(Lack lack) {
    if (lack.isUntold()) {
      return Reason.DEMANDED_FACT_UNTOLD;
    }
    if (lack instanceof Lack.Level) {
      return Reason.LEVEL_TOO_LOW;
    }
    if (lack instanceof Lack.Seal) {
      return Reason.SEAL_MISSING;
    }
    if (lack instanceof Lack.Factor) {
      return Reason.FACTOR_MISSING;
    }
    if (lack instanceof Lack.Company) {
      return Reason.COMPANY_MISSING;
    }
    return lack instanceof Lack.NotGovBr ? Reason.NOT_FROM_GOVBR : Reason.DEMAND_UNKNOWN;
  }
}
