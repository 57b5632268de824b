package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The account of somebody who signed in, as an administrator sees it. */
record Account(KeycloakAdmin admin, String id) {

  /** The account that an ID token speaks of. */
  static Account of(KeycloakAdmin admin, JsonNode idTokenClaims) {
    return new Account(admin, idTokenClaims.path("sub").asText());
  }

  private String path() {
    return "/users/" + id;
  }

  String username() {
    return admin.get(path()).path("username").asText();
  }

  /** The roles of the realm that were given to the account itself. */
  List<String> realmRoles() {
    return texts(admin.get(path() + "/role-mappings/realm"), "name");
  }

  /** All roles of the realm that the account has, by way of groups too. */
  List<String> effectiveRealmRoles() {
    return texts(admin.get(path() + "/role-mappings/realm/composite"), "name");
  }

  List<String> clientRoles(String clientUuid) {
    return texts(admin.get(path() + "/role-mappings/clients/" + clientUuid), "name");
  }

  List<String> groups() {
    return texts(admin.get(path() + "/groups"), "path");
  }

  List<String> attribute(String name) {
    List<String> values = new ArrayList<>();
    admin.get(path()).path("attributes").path(name).forEach(value -> values.add(value.asText()));
    return values;
  }

  void grantByHand(String realmRole) {
    JsonNode role = admin.get("/roles/" + realmRole);
    admin.post(
        path() + "/role-mappings/realm",
        List.of(Map.of("id", role.path("id").asText(), "name", realmRole)));
  }

  void joinByHand(String groupId) {
    admin.put(path() + "/groups/" + groupId, Map.of());
  }

  void delete() {
    admin.delete(path());
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }
}
