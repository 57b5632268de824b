package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;

/** The settings of the identity provider {@code govbr}, changed for one test and put back. */
final class IdentityProviderSettings implements AutoCloseable {

  private static final String PATH = "/identity-provider/instances/govbr";

  private final KeycloakAdmin admin;
  private final JsonNode before;

  private IdentityProviderSettings(KeycloakAdmin admin) {
    this.admin = admin;
    this.before = admin.get(PATH);
  }

  static IdentityProviderSettings of(RunningSystem system) {
    return new IdentityProviderSettings(system.keycloakAdmin());
  }

  void set(String name, String value) {
    ObjectNode changed = admin.get(PATH).deepCopy();
    ((ObjectNode) changed.path("config")).put(name, value);
    admin.put(PATH, changed);
  }

  /** The flow of a first login, by its name. */
  void setFirstLoginFlow(String alias) {
    ObjectNode changed = admin.get(PATH).deepCopy();
    changed.put("firstBrokerLoginFlowAlias", alias);
    admin.put(PATH, changed);
  }

  @Override
  public void close() {
    ObjectNode restored = before.deepCopy();
    // Keycloak shows a mask instead of the secret, and takes the mask for "unchanged".
    ((ObjectNode) restored.path("config")).put("clientSecret", RunningSystem.DEMO_GOVBR_SECRET);
    admin.put(PATH, restored);
  }
}
