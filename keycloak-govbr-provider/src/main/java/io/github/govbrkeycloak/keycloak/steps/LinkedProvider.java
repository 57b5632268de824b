package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds the gov.br to which an account can be sent for a step. */
public final class LinkedProvider {

  private LinkedProvider() {}

  /**
   * The identity provider that the account is linked to and that may sign it in.
   *
   * @param preferred alias of the one that the session came from, where it came from one
   * @return empty when the account is linked to none, or to one that is switched off
   */
  public static Optional<GovBrConfig> of(
      KeycloakSession session, RealmModel realm, UserModel user, Optional<String> preferred) {
    return session
        .users()
        .getFederatedIdentitiesStream(realm, user)
        .map(FederatedIdentityModel::getIdentityProvider)
        .sorted(Comparator.comparing((String alias) -> !alias.equals(preferred.orElse(null))))
        .map(alias -> session.identityProviders().getByAlias(alias))
        .filter(LinkedProvider::signsIn)
        .map(GovBrConfig::new)
        .findFirst();
  }

  private static boolean signsIn(IdentityProviderModel provider) {
    return provider != null
        && GovBrIdentityProviderFactory.PROVIDER_ID.equals(provider.getProviderId())
        && provider.isEnabled()
        && !Boolean.TRUE.equals(provider.isLinkOnly());
  }
}
