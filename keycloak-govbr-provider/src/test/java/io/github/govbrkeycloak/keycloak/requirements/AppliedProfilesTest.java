package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyManager;

@DisplayName("What a realm's client policies demand")
class AppliedProfilesTest {

  private final List<String> read = new ArrayList<>();

  @Test
  void is_nothing_without_policies_and_then_keycloaks_many_profiles_are_not_read() {
    assertThat(demanded()).isEqualTo(Requirements.NONE);
    assertThat(read).containsExactly("getClientPolicies");
  }

  @Test
  void is_nothing_when_all_policies_are_switched_off_or_name_no_profile() {
    ClientPolicyRepresentation off = policy(false, List.of("exige-prata"));
    ClientPolicyRepresentation bare = policy(true, null);

    assertThat(demanded(off, bare)).isEqualTo(Requirements.NONE);
    assertThat(read).containsExactly("getClientPolicies");
  }

  @Test
  void is_nothing_when_policies_name_profiles_that_demand_nothing_of_people() {
    assertThat(demanded(policy(true, List.of("fapi")))).isEqualTo(Requirements.NONE);
    assertThat(read).containsExactly("getClientPolicies", "getClientProfiles");
  }

  private Requirements demanded(ClientPolicyRepresentation... policies) {
    ClientPoliciesRepresentation all = new ClientPoliciesRepresentation();
    all.setPolicies(List.of(policies));
    ClientPolicyManager manager =
        answering(
            ClientPolicyManager.class,
            Map.of(
                "getClientPolicies", all, "getClientProfiles", new ClientProfilesRepresentation()));
    KeycloakSession session = answering(KeycloakSession.class, Map.of("clientPolicy", manager));
    return new AppliedProfiles(session, null).of(null, null);
  }

  private static ClientPolicyRepresentation policy(boolean enabled, List<String> profiles) {
    ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
    policy.setName("aplicações");
    policy.setEnabled(enabled);
    policy.setProfiles(profiles);
    return policy;
  }

  /** Keycloak's interfaces have dozens of methods: only these are asked. */
  private <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("getClient")) {
                read.add(method.getName());
              }
              return answers.get(method.getName());
            }));
  }
}
