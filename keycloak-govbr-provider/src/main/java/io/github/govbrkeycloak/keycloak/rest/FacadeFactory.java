package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import org.keycloak.Config;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts the facade at {@code /realms/{realm}/govbr}. */
public final class FacadeFactory implements RealmResourceProviderFactory {

  @Override
  public String getId() {
    return GovBrIdentityProviderFactory.PROVIDER_ID;
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    ProviderFactory<?> provider =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(
                SocialIdentityProvider.class, GovBrIdentityProviderFactory.PROVIDER_ID);
    FacadeResource resource =
        new FacadeResource(session, ((GovBrIdentityProviderFactory) provider).calls());
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
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
