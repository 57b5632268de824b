package io.github.govbrkeycloak.acceptance.generic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * The realm of the guide, imported from exactly its file into the running Keycloak, with only the
 * addresses of gov.br and Keycloak changed; gone when closed.
 */
final class GuideRealm implements AutoCloseable {

  private static final String FOLDER = "docs/simulador/exemplos/keycloak/";
  private static final String PROVIDER = "/identity-provider/instances/govbr";

  private final RunningSystem system;
  private final KeycloakAdmin admin;
  private final String address;
  private final SecondApplication application;
  private final String signOutAtGovBr;
  private final List<String> settings;

  private GuideRealm(RunningSystem system, JsonNode realm) throws IOException {
    this.system = system;
    String name = realm.path("realm").asText();
    admin = system.keycloakAdmin().inRealm(name);
    address = system.keycloakUrl() + "/realms/" + name;
    admin.replaceRealm(realm);
    application = SecondApplication.register(admin, address);
    signOutAtGovBr =
        system.simulatorUrl() + "/logout?post_logout_redirect_uri=" + application.address();
    JsonNode config = realm.at("/identityProviders/0/config");
    settings = config.properties().stream().map(Map.Entry::getKey).toList();
    registerAtGovBr(config.path("clientId").asText());
    allowSignOutByWayOfGovBr();
  }

  static GuideRealm create(RunningSystem system) throws IOException {
    return new GuideRealm(system, read(system, "realm.json"));
  }

  /** An application of the realm that has the client scope {@code govbr}. */
  SecondApplication application() {
    return application;
  }

  /** The administrator of the realm. */
  KeycloakAdmin admin() {
    return admin;
  }

  /** Where the application sends a person to sign out: here, at gov.br, and back. */
  String signOutAddress() {
    return address
        + "/protocol/openid-connect/logout?client_id="
        + SecondApplication.CLIENT_ID
        + "&post_logout_redirect_uri="
        + URLEncoder.encode(signOutAtGovBr, StandardCharsets.UTF_8);
  }

  /** What the file sets of the identity provider. */
  List<String> settings() {
    return settings;
  }

  /** Changes one setting of the identity provider. */
  void set(String name, String value) {
    ObjectNode provider = admin.get(PROVIDER).deepCopy();
    ((ObjectNode) provider.path("config")).put(name, value);
    admin.put(PROVIDER, provider);
  }

  /** What an administrator does after gov.br has changed its key; false if it is too soon. */
  boolean reloadKeys() {
    return admin.get(PROVIDER + "/reload-keys").asBoolean();
  }

  @Override
  public void close() {
    application.close();
    admin.deleteRealm();
  }

  private void registerAtGovBr(String clientId) throws IOException {
    ObjectNode client = read(system, "cliente.json").deepCopy();
    client
        .putArray("logout_uris")
        .add(application.address())
        .add(address + "/broker/govbr/endpoint/logout_response");
    system.govBr().register(clientId, client);
  }

  private void allowSignOutByWayOfGovBr() {
    ObjectNode client =
        admin.get("/clients?clientId=" + SecondApplication.CLIENT_ID).get(0).deepCopy();
    ((ObjectNode) client.path("attributes")).put("post.logout.redirect.uris", signOutAtGovBr);
    admin.put("/clients/" + client.path("id").asText(), client);
  }

  private static JsonNode read(RunningSystem system, String file) throws IOException {
    String text =
        Files.readString(system.file(FOLDER + file))
            .replace("http://localhost:8280", system.simulatorUrl())
            .replace("http://localhost:8180", system.keycloakUrl());
    return new JsonMapper().readTree(text);
  }
}
