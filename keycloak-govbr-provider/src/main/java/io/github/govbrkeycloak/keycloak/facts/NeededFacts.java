package io.github.govbrkeycloak.keycloak.facts;

import io.github.govbrkeycloak.keycloak.companies.CompanyLogin;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Who needs facts in a login: the identity provider's setting, its mappers, and the mappers of the
 * application that signs in, with the scopes that it asks for, and the step in which a person
 * chooses a company. Whatever else comes to need facts (requirements of an application, for
 * instance) is one more source here.
 */
public final class NeededFacts {

  private final KeycloakSession session;
  private final GovBrConfig config;

  public NeededFacts(KeycloakSession session, GovBrConfig config) {
    this.session = session;
    this.config = config;
  }

  /**
   * The facts that something needs.
   *
   * @param login the login; {@code null} when there is none, then only the provider's own needs
   *     count
   */
  public Set<Fact> of(AuthenticationSessionModel login) {
    return Stream.of(
            config.facts().needed(),
            ofProvidersMappers(),
            login == null ? Set.<Fact>of() : ofApplication(login),
            login == null ? Set.<Fact>of() : ofCompanyStep(login))
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
  }

  private Set<Fact> ofProvidersMappers() {
    return session
        .identityProviders()
        .getMappersByAliasStream(config.getAlias())
        .flatMap(
            mapper ->
                needs(
                    IdentityProviderMapper.class,
                    mapper.getIdentityProviderMapper(),
                    mapper.getConfig()))
        .collect(Collectors.toSet());
  }

  private Set<Fact> ofApplication(AuthenticationSessionModel login) {
    ClientModel client = login.getClient();
    Stream<ClientScopeModel> scopes =
        OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login.getProtocol())
            ? TokenManager.getRequestedClientScopes(
                session, login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM), client, null)
            : Stream.concat(client.getClientScopes(true).values().stream(), Stream.of(client));
    return scopes
        .flatMap(ClientScopeModel::getProtocolMappersStream)
        .flatMap(
            mapper -> needs(ProtocolMapper.class, mapper.getProtocolMapper(), mapper.getConfig()))
        .collect(Collectors.toSet());
  }

  /** Whoever is to choose a company is spared a wait when the list comes with the login. */
  private Set<Fact> ofCompanyStep(AuthenticationSessionModel login) {
    boolean comes = config.scopes().contains(Fact.EMPRESAS.scope());
    return comes && new CompanyLogin(session, login).mayAskForCompanies()
        ? Set.of(Fact.EMPRESAS)
        : Set.of();
  }

  private Stream<Fact> needs(
      Class<? extends Provider> kind, String providerId, Map<String, String> mapperConfig) {
    ProviderFactory<?> factory =
        session.getKeycloakSessionFactory().getProviderFactory(kind, providerId);
    return factory instanceof NeedsFacts needing
        ? needing.neededFacts(mapperConfig).stream()
        : Stream.empty();
  }
}
