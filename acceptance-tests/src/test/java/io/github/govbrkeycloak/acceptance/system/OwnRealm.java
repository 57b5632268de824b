package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A realm like {@code orgao}, with a credential of its own at gov.br, for tests that change
 * settings. It is deleted at the end.
 */
public final class OwnRealm implements AutoCloseable {

  /** An application that only trusts Keycloak: a public client. */
  public static final String APPLICATION = "aplicacao";

  /** Where the application is sent back to. Nobody opens it. */
  public static final String CALLBACK = "http://aplicacao.localhost/volta";

  private static final ObjectMapper JSON = new JsonMapper();
  private static final String SECRET = "segredo-de-teste";

  private final RunningSystem system;
  private final String name;
  private final KeycloakAdmin admin;

  private OwnRealm(RunningSystem system, String name) {
    this.system = system;
    this.name = name;
    this.admin = system.keycloakAdmin().inRealm(name);
  }

  /**
   * Creates the realm.
   *
   * @param settings of the identity provider {@code govbr}, besides address and credential
   */
  public static OwnRealm create(RunningSystem system, String name, Map<String, String> settings) {
    OwnRealm realm = new OwnRealm(system, name);
    realm.register(realm.representation(settings));
    return realm;
  }

  /**
   * Creates a realm that somebody else describes, a guide for instance, and not {@code orgao}'s
   * file. It has a credential of its own at gov.br too.
   */
  public static OwnRealm described(RunningSystem system, String name, ObjectNode description) {
    OwnRealm realm = new OwnRealm(system, name);
    realm.register(description.put("realm", name));
    return realm;
  }

  /** Creates a realm that has only what Keycloak gives to each. */
  public static OwnRealm bare(RunningSystem system, String name) {
    return described(system, name, JSON.createObjectNode().put("enabled", true));
  }

  private void register(JsonNode representation) {
    system.govBr().registerClient(govBrClient(), SECRET, List.of(way("govbr")));
    admin.replaceRealm(representation);
  }

  private JsonNode representation(Map<String, String> settings) {
    ObjectNode realm = read();
    realm.put("realm", name);
    realm.remove("displayName");
    realm.put("loginTheme", "govbr");
    ObjectNode provider = (ObjectNode) realm.path("identityProviders").path(0);
    provider.set("config", JSON.valueToTree(config(govBrClient(), settings)));
    realm.set("clients", JSON.valueToTree(List.of(application(APPLICATION))));
    return realm;
  }

  private ObjectNode read() {
    try {
      return (ObjectNode) JSON.readTree(system.file("docker/keycloak/orgao-realm.json").toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Map<String, String> config(String govBrClient, Map<String, String> settings) {
    Map<String, String> config = new HashMap<>(settings);
    config.put("ambiente", "outro");
    config.put("urlSso", system.simulatorUrl());
    config.put("clientId", govBrClient);
    config.put("clientSecret", SECRET);
    config.put("syncMode", "FORCE");
    return config;
  }

  private static Map<String, Object> application(String clientId, String... moreScopes) {
    return withScopes(
        clientId, Stream.concat(Stream.of("basic", "acr", "govbr"), Stream.of(moreScopes)));
  }

  private static Map<String, Object> withScopes(String clientId, Stream<String> scopes) {
    return Map.of(
        "clientId",
        clientId,
        "publicClient",
        true,
        "redirectUris",
        List.of(CALLBACK),
        "defaultClientScopes",
        scopes.toList());
  }

  /** Adds another application; its tokens have some more client scopes than that of the realm. */
  public void addApplication(String clientId, String... moreScopes) {
    admin.post("/clients", application(clientId, moreScopes));
  }

  /** Adds the application as it is before anybody gives it the client scope {@code govbr}. */
  public void addApplicationWithoutGovBr() {
    admin.post("/clients", withScopes(APPLICATION, Stream.of("basic", "acr")));
  }

  /**
   * Adds another identity provider for gov.br.
   *
   * @param govBrClient its client at gov.br, which is registered
   */
  public void addProvider(String alias, String govBrClient, Map<String, String> settings) {
    system.govBr().registerClient(govBrClient, SECRET, List.of(way(alias)));
    admin.post(
        "/identity-provider/instances",
        Map.of(
            "alias",
            alias,
            "providerId",
            "govbr",
            "enabled",
            true,
            "firstBrokerLoginFlowAlias",
            "primeira entrada com gov.br",
            "config",
            config(govBrClient, settings)));
  }

  /** Registers at gov.br one more address to come back to, below that of the login. */
  public void registerReturn(String path) {
    system.govBr().registerRedirectUri(govBrClient(), SECRET, way("govbr") + path);
  }

  /** Changes a setting of the realm itself. */
  public void setOfRealm(Map<String, ?> settings) {
    admin.put("", settings);
  }

  /** Changes a setting of the identity provider {@code govbr}. */
  public void set(String setting, String value) {
    set(Map.of(setting, value));
  }

  /** Changes settings of the identity provider {@code govbr} at once. */
  public void set(Map<String, String> settings) {
    change(provider -> settings.forEach(((ObjectNode) provider.path("config"))::put));
  }

  /** Switches the identity provider {@code govbr} on or off. */
  public void switchProvider(boolean on) {
    change(provider -> provider.put("enabled", on));
  }

  private void change(Consumer<ObjectNode> change) {
    ObjectNode provider = admin.get("/identity-provider/instances/govbr").deepCopy();
    change.accept(provider);
    ((ObjectNode) provider.path("config")).put("clientSecret", SECRET);
    admin.put("/identity-provider/instances/govbr", provider);
  }

  /** The client of the identity provider {@code govbr} at gov.br. */
  public String govBrClient() {
    return name + ".exemplo.gov.br";
  }

  private String way(String alias) {
    return url() + "/broker/" + alias + "/endpoint";
  }

  /** Address and issuer. */
  public String url() {
    return system.keycloakUrl() + "/realms/" + name;
  }

  /** Its administrator. */
  public KeycloakAdmin admin() {
    return admin;
  }

  @Override
  public void close() {
    for (JsonNode provider : admin.get("/identity-provider/instances")) {
      system.govBr().forgetClient(provider.at("/config/clientId").asText());
    }
    admin.delete("");
  }
}
