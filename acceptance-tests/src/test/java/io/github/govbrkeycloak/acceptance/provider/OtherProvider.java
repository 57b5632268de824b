package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One more identity provider of the realm, for one test; the accounts it made go with it. */
final class OtherProvider implements AutoCloseable {

  private static final String SECRET = "segredo-de-um-teste";
  private static final String INSTANCES = "/identity-provider/instances";

  private final KeycloakAdmin admin;
  private final RunningSystem system;
  private final String alias;

  private OtherProvider(RunningSystem system, String alias) {
    this.system = system;
    this.admin = system.keycloakAdmin();
    this.alias = alias;
  }

  /** Ours, at the simulated gov.br. */
  static OtherProvider govBr(RunningSystem system, String alias, Map<String, String> settings) {
    Map<String, String> config = new HashMap<>();
    config.put("ambiente", "outro");
    config.put("urlSso", system.simulatorUrl());
    config.putAll(settings);
    return atGovBr(system, "govbr", alias, config);
  }

  /** Keycloak's generic one, configured as carefully as it can be, at the simulated gov.br. */
  static OtherProvider generic(RunningSystem system, String alias) {
    String govBr = system.simulatorUrl();
    Map<String, String> config = new HashMap<>();
    config.put("issuer", govBr + "/");
    config.put("authorizationUrl", govBr + "/authorize");
    config.put("tokenUrl", govBr + "/token");
    config.put("userInfoUrl", govBr + "/userinfo");
    config.put("jwksUrl", govBr + "/jwk");
    config.put("useJwksUrl", "true");
    config.put("validateSignature", "true");
    config.put("pkceEnabled", "true");
    config.put("pkceMethod", "S256");
    config.put("clientAuthMethod", "client_secret_basic");
    config.put("defaultScope", "openid email profile");
    return atGovBr(system, "oidc", alias, config);
  }

  private static OtherProvider atGovBr(
      RunningSystem system, String providerId, String alias, Map<String, String> config) {
    String client = alias + ".orgao.exemplo.gov.br";
    OtherProvider provider = new OtherProvider(system, alias);
    system.govBr().registerClient(client, SECRET, List.of(provider.endpoint()));
    config.put("clientId", client);
    return provider.created(providerId, config);
  }

  /** Ours, at an issuer that is not gov.br. */
  static OtherProvider at(
      StandardIssuer issuer, RunningSystem system, String alias, Map<String, String> settings) {
    Map<String, String> config = new HashMap<>(issuer.settings());
    config.putAll(settings);
    return new OtherProvider(system, alias).created("govbr", config);
  }

  private OtherProvider created(String providerId, Map<String, String> config) {
    config.putIfAbsent("clientSecret", SECRET);
    config.putIfAbsent("syncMode", "FORCE");
    if (exists()) {
      close();
    }
    admin.post(
        INSTANCES,
        Map.of(
            "alias",
            alias,
            "providerId",
            providerId,
            "enabled",
            true,
            "trustEmail",
            true,
            "firstBrokerLoginFlowAlias",
            "primeira entrada com gov.br",
            "config",
            config));
    return this;
  }

  private boolean exists() {
    for (JsonNode instance : admin.get(INSTANCES)) {
      if (instance.path("alias").asText().equals(alias)) {
        return true;
      }
    }
    return false;
  }

  String alias() {
    return alias;
  }

  /** Where the browser comes back to. */
  String endpoint() {
    return system.realmUrl() + "/broker/" + alias + "/endpoint";
  }

  /** What makes an application's login go this way. */
  Map<String, String> hint() {
    return Map.of("kc_idp_hint", alias);
  }

  /** Asks Keycloak to read the issuer's keys now, as the console's button does. */
  boolean reloadKeys() {
    return admin.get(INSTANCES + "/" + alias + "/reload-keys").asBoolean();
  }

  /** The accounts that were made by logins this way. */
  Map<String, JsonNode> accounts() {
    Map<String, JsonNode> accounts = new HashMap<>();
    for (JsonNode user : admin.get("/users?max=1000&briefRepresentation=false&idpAlias=" + alias)) {
      accounts.put(user.path("id").asText(), user);
    }
    return accounts;
  }

  @Override
  public void close() {
    accounts().keySet().forEach(id -> admin.delete("/users/" + id));
    admin.delete(INSTANCES + "/" + alias);
  }
}
