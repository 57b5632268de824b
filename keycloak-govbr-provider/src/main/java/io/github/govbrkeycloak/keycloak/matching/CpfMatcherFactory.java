package io.github.govbrkeycloak.keycloak.matching;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the matching by CPF among the steps of a first login. */
public final class CpfMatcherFactory implements AuthenticatorFactory {

  private static final String PROVIDER_ID = "govbr-cpf-matcher";

  private static final Authenticator STATELESS = new CpfMatcher();

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public Authenticator create(KeycloakSession session) {
    return STATELESS;
  }

  @Override
  public String getDisplayType() {
    return "gov.br: conta com o mesmo CPF";
  }

  @Override
  public String getReferenceCategory() {
    return null;
  }

  @Override
  public String getHelpText() {
    return "Na primeira entrada com o gov.br, procura no realm e nos diretórios (LDAP) a conta que"
        + " tem o CPF da pessoa e a liga ao gov.br. Nunca pelo e-mail.";
  }

  @Override
  public boolean isConfigurable() {
    return true;
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return MatcherSettings.properties();
  }

  @Override
  public Requirement[] getRequirementChoices() {
    return new Requirement[] {Requirement.ALTERNATIVE, Requirement.REQUIRED, Requirement.DISABLED};
  }

  @Override
  public boolean isUserSetupAllowed() {
    return false;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
