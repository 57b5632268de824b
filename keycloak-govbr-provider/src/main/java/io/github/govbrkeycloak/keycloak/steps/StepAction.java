package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What every step is to Keycloak: a required action that a realm can switch on and an application
 * begins by {@code kc_action=name:parameter}.
 */
public abstract class StepAction implements RequiredActionProvider, RequiredActionFactory {

  /**
   * A step that asks gov.br itself needs no new login before, however old the session is. Keycloak
   * adds this to a moment in seconds: a larger number would overflow.
   */
  static final int ANY_AGE = (int) Duration.ofDays(365).toSeconds();

  private final String id;

  /**
   * @param id its name, in {@code kc_action} and in the realm
   */
  protected StepAction(String id) {
    this.id = id;
  }

  /** Whether the identity provider's settings let people do it. */
  public abstract boolean isPrepared(KeycloakSession session, GovBrConfig config);

  /** What an application wrote behind the step's name; empty when it did not begin the step. */
  protected final Optional<String> parameter(AuthenticationSessionModel login) {
    return Optional.of(login)
        .filter(begun -> id.equals(begun.getClientNote(Constants.KC_ACTION)))
        .map(begun -> begun.getClientNote(Constants.KC_ACTION_PARAMETER));
  }

  @Override
  public final String getId() {
    return id;
  }

  @Override
  public final InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public final int getMaxAuthAge(KeycloakSession session) {
    return ANY_AGE;
  }

  /** Only who asks for it gets it, unless a step says otherwise. */
  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public final RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  /** Nothing to set: Keycloak's greatest age of the login before does not count here. */
  @Override
  public final List<ProviderConfigProperty> getConfigMetadata() {
    return List.of();
  }

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public final void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
