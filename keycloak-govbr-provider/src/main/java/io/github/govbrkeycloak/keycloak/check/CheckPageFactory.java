package io.github.govbrkeycloak.keycloak.check;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts the check's page at {@code /realms/{realm of the administrator}/govbr-conferir}. */
public final class CheckPageFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return CheckAdminFactory.ID;
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    CheckPage page = new CheckPage(session);
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return page;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
