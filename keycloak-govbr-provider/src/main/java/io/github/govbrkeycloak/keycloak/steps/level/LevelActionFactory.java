package io.github.govbrkeycloak.keycloak.steps.level;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link LevelAction} known to Keycloak, where a realm can switch it on. */
public final class LevelActionFactory implements RequiredActionFactory {

  @Override
  public String getId() {
    return LevelStep.NAME;
  }

  @Override
  public String getDisplayText() {
    return "gov.br: aumentar o nível da conta";
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return new LevelAction(session);
  }

  /** Nothing to set: Keycloak's greatest age of the login before does not count here. */
  @Override
  public List<ProviderConfigProperty> getConfigMetadata() {
    return List.of();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
