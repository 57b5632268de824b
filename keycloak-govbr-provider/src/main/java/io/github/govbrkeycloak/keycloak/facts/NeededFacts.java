package io.github.govbrkeycloak.keycloak.facts;

import io.github.govbrkeycloak.keycloak.companies.CompanyLogin;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.facts.RecentNeeds.Asked;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
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
  private final RecentNeeds recent;

  public NeededFacts(KeycloakSession session, GovBrConfig config, RecentNeeds recent) {
    this.session = session;
    this.config = config;
    this.recent = recent;
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
            recent.of(asked(login), () -> ofMappers(login)),
            login == null ? Set.<Fact>of() : ofCompanyStep(login))
        .flatMap(Collection::stream)
        .collect(toFacts());
  }

  private static Collector<Fact, ?, Set<Fact>> toFacts() {
    return Collectors.toCollection(() -> EnumSet.noneOf(Fact.class));
  }

  private Asked asked(AuthenticationSessionModel login) {
    return login == null
        ? new Asked(config.getInternalId(), null, null)
        : new Asked(config.getInternalId(), login.getClient().getId(), scope(login));
  }

  private static String scope(AuthenticationSessionModel login) {
    return login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM);
  }

  private Set<Fact> ofMappers(AuthenticationSessionModel login) {
    Set<Fact> needed = ofProvidersMappers();
    if (login != null) {
      needed.addAll(ofApplication(login));
    }
    return needed;
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
        .collect(toFacts());
  }

  private Set<Fact> ofApplication(AuthenticationSessionModel login) {
    ClientModel client = login.getClient();
    Stream<ClientScopeModel> scopes =
        OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login.getProtocol())
            ? TokenManager.getRequestedClientScopes(session, scope(login), client, null)
            : Stream.concat(client.getClientScopes(true).values().stream(), Stream.of(client));
    return scopes
        .flatMap(ClientScopeModel::getProtocolMappersStream)
        .flatMap(
            mapper -> needs(ProtocolMapper.class, mapper.getProtocolMapper(), mapper.getConfig()))
        .collect(toFacts());
  }

  /** Whoever is to choose a company is spared a wait when the list comes with the login. */
  private Set<Fact> ofCompanyStep(AuthenticationSessionModel login) {
    return new CompanyLogin(session, login).mayAskForCompanies(config)
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
