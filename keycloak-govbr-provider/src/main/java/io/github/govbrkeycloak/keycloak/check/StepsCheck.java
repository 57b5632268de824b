package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.steps.StepAction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * Whether the steps that this provider offers can be taken: Keycloak passes over what the realm has
 * not enabled, and whoever begins what the provider is not prepared for reads that it is not.
 *
 * @param session of the request
 * @param realm of the identity provider
 * @param config of the identity provider
 */
record StepsCheck(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  Finding finding() {
    String unprepared = names(step -> isOn(step) && !step.isPrepared(session, config));
    if (!unprepared.isEmpty()) {
      return Finding.yellow(Item.ETAPAS, "despreparadas", unprepared);
    }
    String off = names(step -> !isOn(step));
    return off.isEmpty()
        ? Finding.green(Item.ETAPAS)
        : Finding.yellow(Item.ETAPAS, "desligadas", off);
  }

  private String names(Predicate<StepAction> some) {
    return session
        .getKeycloakSessionFactory()
        .getProviderFactoriesStream(RequiredActionProvider.class)
        .filter(StepAction.class::isInstance)
        .map(StepAction.class::cast)
        .filter(some)
        .map(StepAction::getId)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private boolean isOn(StepAction step) {
    RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(step.getId());
    return action != null && action.isEnabled();
  }
}
