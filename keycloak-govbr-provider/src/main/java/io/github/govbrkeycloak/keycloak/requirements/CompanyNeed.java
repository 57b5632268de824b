package io.github.govbrkeycloak.keycloak.requirements;

/** Whether an application wants people to say for which company they act; the strictest last. */
public enum CompanyNeed {
  /** It does not ask. */
  NONE,
  /** It asks, and lets people in who act for none. */
  OPTIONAL,
  /** It lets nobody in who acts for none. */
  REQUIRED;

  CompanyNeed strictest(CompanyNeed other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
