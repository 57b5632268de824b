package io.github.govbrkeycloak.acceptance.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one guide for applications, as a reader copies them.
 *
 * @param folder in {@code docs/aplicacoes/exemplos}
 */
record Guide(Path folder) {

  static Guide of(RunningSystem system, String name) {
    return new Guide(system.file("docs/aplicacoes/exemplos").resolve(name));
  }

  /** One of its files. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** One of its files that an administrator hands to Keycloak. */
  JsonNode json(String name) throws IOException {
    return new JsonMapper().readTree(file(name).toFile());
  }

  /**
   * Imports the guide's {@code cliente.json} as an administrator does.
   *
   * @param there the address of the application in the guide
   * @param here its address in the test
   * @return what was imported
   */
  JsonNode importClient(KeycloakAdmin admin, String there, String here) throws IOException {
    JsonNode client =
        new JsonMapper().readTree(Files.readString(file("cliente.json")).replace(there, here));
    admin.replaceClient(client.path("clientId").asText(), client);
    return client;
  }

  /** Changes an attribute of a client, as the console's fields do; none when blank. */
  static void set(KeycloakAdmin admin, String clientId, String attribute, String value) {
    ObjectNode client = admin.get("/clients?clientId=" + clientId).get(0).deepCopy();
    ((ObjectNode) client.path("attributes")).put(attribute, value);
    admin.put("/clients/" + client.path("id").asText(), client);
  }

  /** Takes a client away, if it is there. */
  static void removeClient(KeycloakAdmin admin, String clientId) {
    for (JsonNode client : admin.get("/clients?clientId=" + clientId)) {
      admin.delete("/clients/" + client.path("id").asText());
    }
  }

  /** Keycloak's own name of a client. */
  static String idOf(KeycloakAdmin admin, String clientId) {
    return admin.get("/clients?clientId=" + clientId).get(0).path("id").asText();
  }
}
