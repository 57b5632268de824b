package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;

/** The realm's accounts of gov.br's fictional people. */
final class Accounts {

  private Accounts() {}

  /** Removes what a persona's logins have left. */
  static void delete(RunningSystem system, String persona) {
    KeycloakAdmin admin = system.keycloakAdmin();
    String email = system.govBr().persona(persona).email();
    for (JsonNode user : admin.get("/users?max=1000&briefRepresentation=true")) {
      if (user.path("email").asText().equals(email)) {
        admin.delete("/users/" + user.path("id").asText());
      }
    }
  }
}
