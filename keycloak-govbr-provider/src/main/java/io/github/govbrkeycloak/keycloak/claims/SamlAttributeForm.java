package io.github.govbrkeycloak.keycloak.claims;

import static org.keycloak.protocol.saml.mappers.AttributeStatementHelper.BASIC;
import static org.keycloak.protocol.saml.mappers.AttributeStatementHelper.SAML_ATTRIBUTE_NAMEFORMAT;
import static org.keycloak.protocol.saml.mappers.AttributeStatementHelper.UNSPECIFIED;
import static org.keycloak.protocol.saml.mappers.AttributeStatementHelper.URI_REFERENCE;

import java.util.List;
import java.util.Map;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * How one SAML mapper writes attributes: some applications know attributes by URI only.
 *
 * @param nameFormat the standard's URI of the name format
 * @param prefix what stands before each name; with one, the plain name is the friendly name
 */
record SamlAttributeForm(String nameFormat, String prefix) {

  /** Configuration key: what stands before each name. */
  static final String PREFIXO = "prefixo";

  static SamlAttributeForm of(Map<String, String> config) {
    return new SamlAttributeForm(
        nameFormat(config.getOrDefault(SAML_ATTRIBUTE_NAMEFORMAT, BASIC)),
        config.getOrDefault(PREFIXO, "").strip());
  }

  private static String nameFormat(String configured) {
    return switch (configured) {
      case URI_REFERENCE -> JBossSAMLURIConstants.ATTRIBUTE_FORMAT_URI.get();
      case UNSPECIFIED -> JBossSAMLURIConstants.ATTRIBUTE_FORMAT_UNSPECIFIED.get();
      default -> JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get();
    };
  }

  AttributeType attribute(String name, List<String> values) {
    AttributeType attribute = new AttributeType(prefix + name);
    attribute.setNameFormat(nameFormat);
    if (!prefix.isEmpty()) {
      attribute.setFriendlyName(name);
    }
    values.forEach(attribute::addAttributeValue);
    return attribute;
  }

  static List<ProviderConfigProperty> properties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(SAML_ATTRIBUTE_NAMEFORMAT)
        .label("govbr.mapper.nameformat.label")
        .helpText("govbr.mapper.nameformat.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(BASIC, URI_REFERENCE, UNSPECIFIED)
        .defaultValue(BASIC)
        .add()
        .property()
        .name(PREFIXO)
        .label("govbr.mapper.prefixo.label")
        .helpText("govbr.mapper.prefixo.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .build();
  }
}
