package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.facts.NeedsFacts;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Writes gov.br's facts into OpenID Connect tokens.
 *
 * <p>It runs after Keycloak's own mappers, because they do not know what gov.br stated: {@code acr}
 * would be the highest level <em>requested</em>, {@code 0} when a session is reused, and {@code
 * amr} empty. Sessions that did not come from gov.br stay as Keycloak made them.
 */
public final class GovBrClaimsMapper extends AbstractOIDCProtocolMapper
    implements OIDCAccessTokenMapper,
        OIDCIDTokenMapper,
        UserInfoTokenMapper,
        TokenIntrospectionTokenMapper,
        NeedsFacts {

  static final String PROVIDER_ID = "govbr-oidc-claims-mapper";

  private static final int AFTER_KEYCLOAKS_OWN = 1_000;

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public int getPriority() {
    return AFTER_KEYCLOAKS_OWN;
  }

  @Override
  public String getDisplayType() {
    return "gov.br";
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getHelpText() {
    // The console shows this one as it is: no message keys here.
    return "O que o gov.br informou nesta entrada: CPF, nível, selos, fatores, empresa"
        + " (what gov.br stated in this login: CPF, level, seals, factors, company)";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    List<ProviderConfigProperty> properties = new ArrayList<>(ClaimSelection.properties());
    properties.addAll(ClaimedFacts.properties());
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, GovBrClaimsMapper.class);
    return properties;
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
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel mapping,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext clientSession) {
    FactsOfSession.of(userSession, application(clientSession))
        .ifPresent(facts -> write(facts, ClaimSelection.of(mapping.getConfig()), token));
  }

  private static AuthenticatedClientSessionModel application(ClientSessionContext context) {
    return context == null ? null : context.getClientSession();
  }

  private static void write(SessionFacts facts, ClaimSelection selection, IDToken token) {
    GovBrClaims claims = new GovBrClaims(facts);
    if (selection.has("acr")) {
      token.setAcr(claims.acr());
    }
    // Keycloak's own mappers write name and e-mail here too: a typed field beside would put the
    // claim into the token twice, which strict parsers refuse.
    Map<String, Object> others = token.getOtherClaims();
    claims
        .standard()
        .forEach(
            (name, value) -> {
              if (selection.has(name)) {
                value.ifPresentOrElse(known -> others.put(name, known), () -> others.remove(name));
              }
            });
    others.putAll(selection.of(claims.custom(), claims.govbr()));
  }
}
