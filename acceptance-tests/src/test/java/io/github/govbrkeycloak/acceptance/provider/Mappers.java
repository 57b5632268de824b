package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Mappers of the identity provider {@code govbr}, made for one test and taken away after it. */
final class Mappers implements AutoCloseable {

  private static final String PATH = "/identity-provider/instances/govbr/mappers";

  private final KeycloakAdmin admin;
  private final Set<String> before;

  private Mappers(KeycloakAdmin admin) {
    this.admin = admin;
    this.before = ids();
  }

  static Mappers of(RunningSystem system) {
    return in(system.keycloakAdmin());
  }

  /** Those of another realm. */
  static Mappers in(KeycloakAdmin realm) {
    return new Mappers(realm);
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>();
    admin.get(PATH).forEach(mapper -> ids.add(mapper.path("id").asText()));
    return ids;
  }

  /** Adds a mapper as an administrator does; the sync mode is the provider's, {@code FORCE}. */
  void add(String name, String type, Map<String, String> config) {
    Map<String, String> complete = new HashMap<>(config);
    complete.putIfAbsent("syncMode", "INHERIT");
    admin.post(
        PATH,
        Map.of(
            "name",
            name,
            "identityProviderAlias",
            "govbr",
            "identityProviderMapper",
            type,
            "config",
            complete));
  }

  /** The configuration that a mapper has now. */
  JsonNode config(String name) {
    for (JsonNode mapper : admin.get(PATH)) {
      if (mapper.path("name").asText().equals(name)) {
        return mapper.path("config");
      }
    }
    throw new IllegalArgumentException("there is no mapper " + name);
  }

  @Override
  public void close() {
    Set<String> ours = ids();
    ours.removeAll(before);
    ours.forEach(id -> admin.delete(PATH + "/" + id));
  }
}
