package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Offers {@code govbr-requisitos} among the executors of a profile. */
public final class RequirementsExecutorFactory implements ClientPolicyExecutorProviderFactory {

  /** Provider id. */
  public static final String PROVIDER_ID = "govbr-requisitos";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
    return new RequirementsExecutor();
  }

  @Override
  public void init(Config.Scope config) {
    // Nothing to configure for the whole server.
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    // Nothing to prepare.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  @Override
  public String getHelpText() {
    return "govbr.requisitos.help";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    List<String> factors = Amr.all().stream().map(Amr::value).toList();
    List<String> seals =
        Selo.all().stream().map(selo -> selo.id() + " (" + selo.slug() + ")").toList();
    return ProviderConfigurationBuilder.create()
        .property(choice(ProfileSettings.NIVEL, Nivel.all().stream().map(Nivel::name).toList()))
        .property(list(ProfileSettings.SELOS, seals))
        .property(list(ProfileSettings.SELOS_TODOS, seals))
        .property(list(ProfileSettings.FATORES, factors))
        .property(list(ProfileSettings.FATORES_PREFERIDOS, factors))
        .property(
            choice(
                ProfileSettings.EMPRESA,
                List.of(
                    ProfileSettings.NAO_PEDE,
                    ProfileSettings.OPCIONAL,
                    ProfileSettings.OBRIGATORIA)))
        .property(text(ProfileSettings.MOTIVO))
        .build();
  }

  private static ProviderConfigProperty choice(String key, List<String> options) {
    return property(key, ProviderConfigProperty.LIST_TYPE, options);
  }

  private static ProviderConfigProperty text(String key) {
    return property(key, ProviderConfigProperty.STRING_TYPE, List.of());
  }

  private static ProviderConfigProperty list(String key, List<String> options) {
    return property(key, ProviderConfigProperty.MULTIVALUED_LIST_TYPE, options);
  }

  private static ProviderConfigProperty property(String key, String type, List<String> options) {
    ProviderConfigProperty property = new ProviderConfigProperty();
    property.setName(key);
    property.setLabel("govbr.requisitos." + key + ".label");
    property.setHelpText("govbr.requisitos." + key + ".help");
    property.setType(type);
    property.setOptions(options);
    return property;
  }
}
