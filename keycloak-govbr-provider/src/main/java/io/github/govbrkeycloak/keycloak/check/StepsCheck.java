package io.github.govbrkeycloak.keycloak.check;

import java.util.List;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderFactory;

/** Whether the steps that this provider offers can be taken: Keycloak passes over the others. */
final class StepsCheck {

  private static final String OURS = "govbr-";

  private StepsCheck() {}

  static Finding of(KeycloakSession session, RealmModel realm) {
    List<String> off =
        session
            .getKeycloakSessionFactory()
            .getProviderFactoriesStream(RequiredActionProvider.class)
            .map(ProviderFactory::getId)
            .filter(id -> id.startsWith(OURS))
            .filter(id -> !isOn(realm.getRequiredActionProviderByAlias(id)))
            .sorted()
            .toList();
    return off.isEmpty()
        ? Finding.green(Item.PASSOS)
        : Finding.yellow(Item.PASSOS, "desligados", String.join(", ", off));
  }

  private static boolean isOn(RequiredActionProviderModel action) {
    return action != null && action.isEnabled();
  }
}
