package io.github.govbrkeycloak.keycloak.requirements;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Whether an application wants people to say for which company they act; the strictest last. */
public enum CompanyNeed {
  /** It does not ask. */
  NONE,
  /** It asks, and lets people in who act for none. */
  OPTIONAL,
  /** It lets nobody in who acts for none. */
  REQUIRED;

  /** The step in which people choose one. */
  public static final String STEP = "govbr-empresa";

  /** Whether a realm has the step, switched on. */
  static boolean canBeMetIn(RealmModel realm) {
    RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(STEP);
    return action != null && action.isEnabled();
  }

  CompanyNeed strictest(CompanyNeed other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
