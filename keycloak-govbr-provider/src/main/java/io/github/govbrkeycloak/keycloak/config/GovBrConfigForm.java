package io.github.govbrkeycloak.keycloak.config;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The provider's own fields in the administration console. Labels and helps are message keys, so
 * that they follow the administrator's language.
 */
public final class GovBrConfigForm {

  private GovBrConfigForm() {}

  /** The fields, in the order in which the console shows them. */
  public static List<ProviderConfigProperty> properties() {
    return Stream.of(
            general(),
            FactSettings.properties(),
            PrivacySettings.properties(),
            StepSettings.properties(),
            SenhaSettings.properties(),
            ProcuracaoSettings.properties(),
            EndpointSettings.properties())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ProviderConfigProperty> general() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(GovBrConfig.AMBIENTE)
        .label("govbr.ambiente.label")
        .helpText("govbr.ambiente.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(Ambiente.configValues())
        .defaultValue(Ambiente.PRODUCAO.configValue())
        .required(true)
        .add()
        .property()
        .name(GovBrConfig.SCOPE)
        .label(GovBrConfig.SCOPE_LABEL)
        .helpText("govbr.escopos.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .defaultValue(GovBrConfig.DEFAULT_SCOPE)
        .add()
        .property()
        .name(GovBrConfig.CONSULTAR_USERINFO)
        .label("govbr.userinfo.label")
        .helpText("govbr.userinfo.help")
        .type(ProviderConfigProperty.BOOLEAN_TYPE)
        .defaultValue(false)
        .add()
        .property()
        .name(GovBrConfig.URL_SSO)
        .label("govbr.urlSso.label")
        .helpText("govbr.urlSso.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .property()
        .name(GovBrConfig.URL_API)
        .label("govbr.urlApi.label")
        .helpText("govbr.urlApi.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .property()
        .name(GovBrConfig.URL_CATALOGO)
        .label("govbr.urlCatalogo.label")
        .helpText("govbr.urlCatalogo.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .build();
  }
}
