package io.github.govbrkeycloak.keycloak.requirements;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Carries demands in a profile of client policies, where administrators write them in the console.
 * It does nothing at Keycloak's events: those are not raised at every place where a login reaches
 * an application (SAML, for instance, knows only the request), so the demands are read, as they are
 * at that moment, by the gates that stand at each of them.
 */
public final class RequirementsExecutor
    implements ClientPolicyExecutorProvider<RequirementsExecutor.Configuration> {

  /** The configuration as Keycloak reads it. */
  public static final class Configuration extends ClientPolicyExecutorConfigurationRepresentation {

    /** What cannot be understood is not saved. */
    @Override
    public boolean validateConfig() {
      return settings().requirements().unknownWords().isEmpty();
    }

    @JsonIgnore
    ProfileSettings settings() {
      return new ProfileSettings(getConfigAsMap());
    }
  }

  @Override
  public Class<Configuration> getExecutorConfigurationClass() {
    return Configuration.class;
  }

  @Override
  public String getProviderId() {
    return RequirementsExecutorFactory.PROVIDER_ID;
  }

  @Override
  public void executeOnEvent(ClientPolicyContext context) {
    // See above.
  }
}
