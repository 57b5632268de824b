package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.config.GovBrConfigForm;
import io.github.govbrkeycloak.keycloak.facts.RecentNeeds;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.keys.IssuerKeys;
import io.github.govbrkeycloak.keycloak.keys.KeyPolicy;
import io.github.govbrkeycloak.keycloak.requirements.TokenGateWarning;
import java.time.InstantSource;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.broker.social.SocialIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;

/** Offers "gov.br" among Keycloak's identity providers. */
public final class GovBrIdentityProviderFactory
    extends AbstractIdentityProviderFactory<GovBrIdentityProvider>
    implements SocialIdentityProviderFactory<GovBrIdentityProvider> {

  /** Provider id and default alias; public installations already send this as the hint. */
  public static final String PROVIDER_ID = "govbr";

  private final RecentNeeds recentNeeds = new RecentNeeds();
  private GovBrCalls calls;
  private IssuerKeys keys;

  /** The one of this server, which knows gov.br's keys and calls gov.br. */
  public static GovBrIdentityProviderFactory of(KeycloakSession session) {
    ProviderFactory<?> registered =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(SocialIdentityProvider.class, PROVIDER_ID);
    return (GovBrIdentityProviderFactory) registered;
  }

  @Override
  public void init(Config.Scope config) {
    calls = GovBrCalls.start(config);
    keys = new IssuerKeys(KeyPolicy.of(config), InstantSource.system());
  }

  @Override
  public void postInit(KeycloakSessionFactory server) {
    TokenGateWarning.tell(server);
  }

  /** This server's calls to gov.br. */
  public GovBrCalls calls() {
    return calls;
  }

  /** What this server knows of gov.br's keys. */
  public IssuerKeys keys() {
    return keys;
  }

  @Override
  public void close() {
    if (calls != null) {
      calls.close();
    }
  }

  @Override
  public String getName() {
    return "gov.br";
  }

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public GovBrIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
    return new GovBrIdentityProvider(session, new GovBrConfig(model), calls, keys, recentNeeds);
  }

  @Override
  public GovBrConfig createConfig() {
    return new GovBrConfig();
  }

  @Override
  public String getHelpText() {
    return "govbr.help";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return GovBrConfigForm.properties();
  }
}
