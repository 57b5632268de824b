package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;

/** Offers the step {@code govbr-empresa} among Keycloak's required actions. */
public final class CompanyStepFactory implements RequiredActionFactory {

  /** Its name, in {@code kc_action} too. */
  public static final String PROVIDER_ID = "govbr-empresa";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayText() {
    return "gov.br: escolher a empresa";
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    ProviderFactory<?> provider =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(
                SocialIdentityProvider.class, GovBrIdentityProviderFactory.PROVIDER_ID);
    return new CompanyStep(
        new CompanyRegister(session, ((GovBrIdentityProviderFactory) provider).calls()));
  }

  /** Nothing to set: how old the login may be is not a question here. */
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
