package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import java.util.List;
import java.util.Map;

/** Users of a realm who may administer it, and only it. */
final class RealmAdministrators {

  private static final String MANAGEMENT = "realm-management";

  private RealmAdministrators() {}

  /** Creates one with one right of the client {@code realm-management}. */
  static void create(KeycloakAdmin realm, String name, String password, String right) {
    realm.post(
        "/users",
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "email",
            name + "@orgao.exemplo.gov.br",
            "firstName",
            name,
            "lastName",
            "Silva",
            "credentials",
            List.of(Map.of("type", "password", "value", password, "temporary", false))));
    String user = realm.get("/users?exact=true&username=" + name).path(0).path("id").asText();
    String client = realm.get("/clients?clientId=" + MANAGEMENT).path(0).path("id").asText();
    JsonNode role = realm.get("/clients/" + client + "/roles/" + right);
    realm.post("/users/" + user + "/role-mappings/clients/" + client, List.of(role));
  }
}
