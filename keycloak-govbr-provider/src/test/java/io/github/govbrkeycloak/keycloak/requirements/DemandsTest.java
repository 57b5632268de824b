package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("What an application demands")
class DemandsTest {

  private static final String PORTAL = "portal";

  private final Map<String, Object> attributes = new HashMap<>();
  private final Demands demands = new Demands(request(attributes));
  private int readings;

  private KeycloakSession request(Map<String, Object> kept) {
    ClientPoliciesRepresentation none = new ClientPoliciesRepresentation();
    none.setPolicies(List.of());
    ClientPolicyManager manager =
        answering(
            ClientPolicyManager.class,
            (method, arguments) -> {
              readings++;
              return none;
            });
    return answering(
        KeycloakSession.class,
        (method, arguments) ->
            switch (method) {
              case "getAttribute" -> kept.get(arguments[0]);
              case "setAttribute" -> kept.put((String) arguments[0], arguments[1]);
              case "clientPolicy" -> manager;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static AuthenticationSessionModel login(
      String application, String person, Map<String, String> notes) {
    RealmModel realm = answering(RealmModel.class, (method, arguments) -> null);
    ClientModel client =
        answering(
            ClientModel.class,
            (method, arguments) ->
                switch (method) {
                  case "getId" -> application;
                  case "getRealm" -> realm;
                  case "getAttributes" -> Map.of();
                  case "getScopeMappingsStream" -> Stream.empty();
                  default -> null;
                });
    UserModel user =
        person == null ? null : answering(UserModel.class, (method, arguments) -> person);
    return answering(
        AuthenticationSessionModel.class,
        (method, arguments) ->
            switch (method) {
              case "getClient" -> client;
              case "getAuthenticatedUser" -> user;
              case "getClientNote" -> notes.get(arguments[0]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static <T> T answering(Class<T> type, BiFunction<String, Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            DemandsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object told = answer.apply(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : told;
            }));
  }

  @Test
  void is_read_once_for_all_who_ask_in_a_request() {
    Requirements first = demands.of(login(PORTAL, null, Map.of("scope", "openid")));
    Requirements second = demands.of(login(PORTAL, null, Map.of("scope", "openid")));

    assertThat(second).isEqualTo(first).isEqualTo(Requirements.NONE);
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void is_read_anew_whatever_else_is_asked() {
    demands.of(login(PORTAL, null, Map.of("scope", "openid")));
    demands.of(login("other", null, Map.of("scope", "openid")));
    demands.of(login(PORTAL, null, Map.of("scope", "openid exige-prata")));
    demands.of(login(PORTAL, "ana", Map.of("scope", "openid")));
    demands.of(login(PORTAL, "bia", Map.of("scope", "openid")));

    assertThat(readings).isEqualTo(5);
  }

  @Test
  void is_read_anew_in_another_request() {
    demands.of(login(PORTAL, null, Map.of()));
    new Demands(request(new HashMap<>())).of(login(PORTAL, null, Map.of()));

    assertThat(readings).isEqualTo(2);
  }

  @Test
  void is_not_printed() {
    demands.of(login(PORTAL, "ana", Map.of("scope", "52998224725")));

    assertThat(attributes.toString()).doesNotContain("52998224725");
  }
}
