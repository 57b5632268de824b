package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.facts.NeedsFacts;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;

/** Writes gov.br's facts into SAML assertions, as flat attributes of the names that tokens use. */
public final class GovBrSamlMapper extends AbstractSAMLProtocolMapper
    implements SAMLAttributeStatementMapper, NeedsFacts {

  static final String PROVIDER_ID = "govbr-saml-attributes-mapper";

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
    // The console shows this one as it is: no message keys here.
    return "O que o gov.br informou nesta entrada, em atributos SAML"
        + " (what gov.br stated in this login, as SAML attributes)";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return Stream.of(
            ClaimSelection.properties(), ClaimedFacts.properties(), SamlAttributeForm.properties())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return ClaimedFacts.in(config);
  }

  @Override
  public void validateConfig(
      KeycloakSession session,
      RealmModel realm,
      ProtocolMapperContainerModel client,
      ProtocolMapperModel mapping)
      throws ProtocolMapperConfigException {
    ClaimSelection.validate(session, realm, mapping.getConfig());
  }

  @Override
  public void transformAttributeStatement(
      AttributeStatementType statement,
      ProtocolMapperModel mapping,
      KeycloakSession session,
      UserSessionModel userSession,
      AuthenticatedClientSessionModel clientSession) {
    FactsOfSession.of(userSession, clientSession)
        .ifPresent(facts -> write(facts, mapping.getConfig(), statement));
  }

  private static void write(
      SessionFacts facts, Map<String, String> config, AttributeStatementType statement) {
    ClaimSelection selection = ClaimSelection.of(config);
    SamlAttributeForm form = SamlAttributeForm.of(config);
    new GovBrClaims(facts)
        .flat()
        .forEach(
            (name, values) -> {
              if (selection.has(name)) {
                statement.addAttribute(new ASTChoiceType(form.attribute(name, values)));
              }
            });
  }
}
