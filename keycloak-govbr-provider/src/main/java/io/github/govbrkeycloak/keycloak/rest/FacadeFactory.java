package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import java.time.InstantSource;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts the facade at {@code /realms/{realm}/govbr}. */
public final class FacadeFactory implements RealmResourceProviderFactory {

  private static final String PER_MINUTE = "requests-per-minute";
  private static final int DEFAULT_PER_MINUTE = 120;

  private Pace pace;

  @Override
  public String getId() {
    return GovBrIdentityProviderFactory.PROVIDER_ID;
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    FacadeResource resource =
        new FacadeResource(session, GovBrIdentityProviderFactory.of(session).calls(), pace);
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return resource;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void init(Config.Scope config) {
    pace = new Pace(config.getInt(PER_MINUTE, DEFAULT_PER_MINUTE), InstantSource.system());
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
