package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The identity provider that a step deals with. */
public final class StepProvider {

  private StepProvider() {}

  /** The settings of a gov.br identity provider; empty when there is none, or it is off. */
  public static Optional<GovBrConfig> config(KeycloakSession session, String alias) {
    return Optional.ofNullable(session.identityProviders().getByAlias(alias))
        .filter(
            model ->
                model.isEnabled()
                    && GovBrIdentityProviderFactory.PROVIDER_ID.equals(model.getProviderId()))
        .map(GovBrConfig::new);
  }
}
