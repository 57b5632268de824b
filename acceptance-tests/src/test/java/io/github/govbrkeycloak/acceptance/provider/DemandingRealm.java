package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A realm whose applications demand something. A profile applies to the clients that have a role of
 * its name, as the administrator's guide has it.
 */
final class DemandingRealm implements AutoCloseable {

  static final String SECRET = "segredo-da-aplicacao";

  private final OwnRealm realm;
  private final Map<String, Map<String, ?>> profiles = new HashMap<>();
  private final Map<String, Map<String, ?>> conditions = new HashMap<>();

  private DemandingRealm(OwnRealm realm) {
    this.realm = realm;
  }

  static DemandingRealm create(RunningSystem system, String name) {
    return create(system, name, Map.of());
  }

  /**
   * Creates it.
   *
   * @param settings of the identity provider {@code govbr}, besides address and credential
   */
  static DemandingRealm create(RunningSystem system, String name, Map<String, String> settings) {
    return new DemandingRealm(OwnRealm.create(system, name, settings));
  }

  OwnRealm realm() {
    return realm;
  }

  KeycloakAdmin admin() {
    return realm.admin();
  }

  /** Writes a profile of {@code govbr-requisitos}, and a policy that applies it. */
  void profile(String name, Map<String, ?> configuration) {
    profile(
        name,
        configuration,
        Map.of("condition", "client-roles", "configuration", Map.of("roles", List.of(name))));
  }

  /** The same, for whoever asks for a client scope, as the guide for REST services has it. */
  void profileOfScope(String name, String scope, Map<String, ?> configuration) {
    profile(
        name,
        configuration,
        Map.of(
            "condition",
            "client-scopes",
            "configuration",
            Map.of("type", "Any", "scopes", List.of(scope))));
  }

  private void profile(String name, Map<String, ?> configuration, Map<String, ?> condition) {
    profiles.put(name, configuration);
    conditions.put(name, condition);
    admin().put("/client-policies/profiles", Map.of("profiles", profileRepresentations()));
    admin()
        .put(
            "/client-policies/policies",
            Map.of("policies", profiles.keySet().stream().map(this::policy).toList()));
  }

  private List<Map<String, Object>> profileRepresentations() {
    List<Map<String, Object>> all = new ArrayList<>();
    profiles.forEach((name, configuration) -> all.add(profileRepresentation(name, configuration)));
    return all;
  }

  static Map<String, Object> profileRepresentation(String name, Map<String, ?> configuration) {
    return Map.of(
        "name",
        name,
        "executors",
        List.of(Map.of("executor", "govbr-requisitos", "configuration", configuration)));
  }

  private Map<String, Object> policy(String profile) {
    return Map.of(
        "name",
        profile,
        "enabled",
        true,
        "conditions",
        List.of(conditions.get(profile)),
        "profiles",
        List.of(profile));
  }

  /** Adds an application to which profiles apply. */
  void application(String clientId, String... profilesOfIt) {
    application(clientId, Map.of(), Map.of(), profilesOfIt);
  }

  /** Adds an application with attributes, such as {@code minimum.acr.value}. */
  void application(
      String clientId,
      Map<String, String> attributes,
      Map<String, ?> settings,
      String... profilesOfIt) {
    Map<String, Object> client = new HashMap<>();
    client.put("clientId", clientId);
    client.put("publicClient", true);
    client.put("redirectUris", List.of(OwnRealm.CALLBACK));
    client.put("defaultClientScopes", List.of("basic", "acr", "govbr"));
    client.put("attributes", attributes);
    client.putAll(settings);
    admin().post("/clients", client);
    for (String profile : profilesOfIt) {
      admin().post("/clients/" + id(clientId) + "/roles", Map.of("name", profile));
    }
  }

  /** Changes the realm's {@code acr.loa.map}. */
  void levels(String map) {
    ObjectNode representation = admin().get("").deepCopy();
    ((ObjectNode) representation.path("attributes")).put("acr.loa.map", map);
    admin().put("", representation);
  }

  /** Changes an attribute of an application; none when blank. */
  void set(String clientId, String attribute, String value) {
    ObjectNode client = admin().get("/clients/" + id(clientId)).deepCopy();
    ((ObjectNode) client.path("attributes")).put(attribute, value);
    admin().put("/clients/" + id(clientId), client);
  }

  private String id(String clientId) {
    return admin().get("/clients?clientId=" + clientId).path(0).path("id").asText();
  }

  /** Adds an account with a password, which has nothing to do with gov.br. */
  void person(String username, String password) {
    admin()
        .post(
            "/users",
            Map.of(
                "username",
                username,
                "enabled",
                true,
                "firstName",
                "Servidora",
                "lastName",
                "do Órgão",
                "email",
                username + "@orgao.exemplo.gov.br",
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false))));
  }

  int accounts() {
    return admin().get("/users/count").asInt();
  }

  /** The newest event of a kind. */
  JsonNode newest(String event) {
    return admin().get("/events?max=1&type=" + event).path(0);
  }

  @Override
  public void close() {
    realm.close();
  }
}
