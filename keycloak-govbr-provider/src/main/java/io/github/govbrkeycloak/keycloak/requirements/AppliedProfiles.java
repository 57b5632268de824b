package io.github.govbrkeycloak.keycloak.requirements;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.JsonConfigComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionConfigurationRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.ClientPolicyVote;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProvider;
import org.keycloak.services.clientpolicy.context.ClientModelContext;
import org.keycloak.services.clientpolicy.context.ScopeParameterContext;
import org.keycloak.util.JsonSerialization;

/**
 * What the realm's client policies demand of those who sign in to an application. Keycloak asks its
 * executors only at some moments; here the policies are asked at any.
 *
 * @param session of the request
 * @param realm of the application
 */
record AppliedProfiles(KeycloakSession session, RealmModel realm) {

  private static final Logger LOG = Logger.getLogger(AppliedProfiles.class);

  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  /**
   * An application, at no moment in particular.
   *
   * @param getClient the application
   * @param getScopeParameter the scopes that it asked for
   */
  private record Application(ClientModel getClient, String getScopeParameter)
      implements ClientModelContext, ScopeParameterContext {
    @Override
    public ClientModel getClient() {
      return getClient;
    }

    @Override
    public String getScopeParameter() {
      return getScopeParameter;
    }

    /** An event at which conditions look at nothing but the client and its scopes. */
    @Override
    public ClientPolicyEvent getEvent() {
      return ClientPolicyEvent.TOKEN_RESPONSE;
    }
  }

  /**
   * All demands that apply to an application, added up.
   *
   * @param scopes the scopes that it asked for; {@code null} when it asked for none
   */
  Requirements of(ClientModel client, String scopes) {
    return settings(client, scopes)
        .map(ProfileSettings::requirements)
        .reduce(Requirements.NONE, Requirements::plus);
  }

  /** Why it is demanded, where a profile says so; the first one that does. */
  Optional<String> reason(ClientModel client, String scopes) {
    return settings(client, scopes)
        .map(ProfileSettings::reason)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Most realms have no policies, and Keycloak's own profiles are many: those are read last. */
  private Stream<ProfileSettings> settings(ClientModel client, String scopes) {
    List<ClientPolicyRepresentation> policies =
        policies()
            .filter(policy -> Boolean.TRUE.equals(policy.isEnabled()))
            .filter(policy -> policy.getProfiles() != null)
            .toList();
    if (policies.isEmpty()) {
      return Stream.empty();
    }
    List<ClientProfileRepresentation> profiles = demandingProfiles();
    Application application = new Application(client, scopes);
    return policies.stream()
        .filter(policy -> profiles.stream().anyMatch(profile -> names(policy, profile)))
        .filter(policy -> applies(policy, application))
        .flatMap(policy -> profiles.stream().filter(profile -> names(policy, profile)))
        .distinct()
        .flatMap(AppliedProfiles::ours)
        .map(executor -> settings(executor.getConfiguration()));
  }

  private static boolean names(
      ClientPolicyRepresentation policy, ClientProfileRepresentation profile) {
    return policy.getProfiles().contains(profile.getName());
  }

  private List<ClientProfileRepresentation> demandingProfiles() {
    try {
      ClientProfilesRepresentation all = session.clientPolicy().getClientProfiles(realm, true);
      return Stream.of(all.getProfiles(), all.getGlobalProfiles())
          .flatMap(profiles -> Optional.ofNullable(profiles).stream().flatMap(List::stream))
          .filter(profile -> ours(profile).findAny().isPresent())
          .toList();
    } catch (ClientPolicyException unreadable) {
      throw new IllegalStateException("The realm's client profiles cannot be read", unreadable);
    }
  }

  private Stream<ClientPolicyRepresentation> policies() {
    try {
      ClientPoliciesRepresentation all = session.clientPolicy().getClientPolicies(realm, true);
      return Stream.of(all.getPolicies(), all.getGlobalPolicies())
          .flatMap(policies -> Optional.ofNullable(policies).stream().flatMap(List::stream));
    } catch (ClientPolicyException unreadable) {
      throw new IllegalStateException("The realm's client policies cannot be read", unreadable);
    }
  }

  private static Stream<ClientPolicyExecutorRepresentation> ours(
      ClientProfileRepresentation profile) {
    return Optional.ofNullable(profile.getExecutors()).stream()
        .flatMap(List::stream)
        .filter(
            executor ->
                RequirementsExecutorFactory.PROVIDER_ID.equals(executor.getExecutorProviderId()));
  }

  private static ProfileSettings settings(JsonNode configuration) {
    return new ProfileSettings(
        configuration == null || !configuration.isObject()
            ? Map.of()
            : JsonSerialization.mapper.convertValue(configuration, VALUES));
  }

  /**
   * Whether a policy is for an application. A condition that can only be told at another moment, or
   * not at all, excludes nobody: who meant it to would get in without what is demanded.
   */
  private boolean applies(ClientPolicyRepresentation policy, Application application) {
    List<ClientPolicyConditionRepresentation> conditions = policy.getConditions();
    return conditions != null
        && !conditions.isEmpty()
        && conditions.stream().noneMatch(condition -> excludes(policy, condition, application));
  }

  private boolean excludes(
      ClientPolicyRepresentation policy,
      ClientPolicyConditionRepresentation condition,
      Application application) {
    try {
      ClientPolicyConditionProvider<ClientPolicyConditionConfigurationRepresentation> provider =
          provider(condition);
      ClientPolicyVote excluding =
          provider.isNegativeLogic() ? ClientPolicyVote.YES : ClientPolicyVote.NO;
      return provider.applyPolicy(application) == excluding;
    } catch (ClientPolicyException | RuntimeException unknown) {
      LOG.warnf(
          "GOVBR-588 a condition of the client policy %s cannot be told (%s): it excludes nobody",
          policy.getName(), unknown.getClass().getName());
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private ClientPolicyConditionProvider<ClientPolicyConditionConfigurationRepresentation> provider(
      ClientPolicyConditionRepresentation condition) {
    ComponentModel model =
        new JsonConfigComponentModel(
            ClientPolicyConditionProvider.class,
            realm.getId(),
            condition.getConditionProviderId(),
            condition.getConfiguration());
    ClientPolicyConditionProvider<ClientPolicyConditionConfigurationRepresentation> provider =
        session.getComponentProvider(
            ClientPolicyConditionProvider.class, model.getId(), factory -> model);
    provider.setupConfiguration(
        JsonSerialization.mapper.convertValue(
            condition.getConfiguration(), provider.getConditionConfigurationClass()));
    return provider;
  }
}
