package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.facts.NeedsFacts;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;

/** Writes gov.br's facts into SAML assertions, as flat attributes of the names that tokens use. */
public final class GovBrSamlMapper extends AbstractSAMLProtocolMapper
    implements SAMLAttributeStatementMapper, NeedsFacts {

  static final String PROVIDER_ID = "govbr-saml-attributes-mapper";

  private static final String BASIC_NAME_FORMAT =
      "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayType() {
    return "gov.br";
  }

  @Override
  public String getDisplayCategory() {
    return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "CPF, level, seals, factors and company that gov.br stated in this login:"
        + " acr, amr, cpf, cnpj, name, nome_social, email, phone_number, govbr_nivel, govbr_selos.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return ClaimedFacts.properties();
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return ClaimedFacts.in(config);
  }

  @Override
  public void transformAttributeStatement(
      AttributeStatementType statement,
      ProtocolMapperModel mapping,
      KeycloakSession session,
      UserSessionModel userSession,
      AuthenticatedClientSessionModel clientSession) {
    FactsOfSession.of(userSession).ifPresent(facts -> write(facts, statement));
  }

  private static void write(SessionFacts facts, AttributeStatementType statement) {
    new GovBrClaims(facts)
        .flat()
        .forEach(
            (name, values) -> {
              AttributeType attribute = new AttributeType(name);
              attribute.setNameFormat(BASIC_NAME_FORMAT);
              values.forEach(attribute::addAttributeValue);
              statement.addAttribute(new ASTChoiceType(attribute));
            });
  }
}
