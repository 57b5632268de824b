package io.github.govbrkeycloak.acceptance.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guide for REST services, followed: the service beside the portal, and an application that may
 * ask for its tokens.
 */
record ApiGuide(KeycloakAdmin admin, Guide files, DeployedWar api, SecondApplication application)
    implements AutoCloseable {

  /** The service's client, and the scope by which applications ask for its tokens. */
  static final String SCOPE = "api-de-exemplo";

  /** A client that needs no application. */
  static final String TERMINAL = "terminal";

  /** The application that calls the service for people. */
  static final String APPLICATION = "aplicacao-da-api";

  private static final String PROGRAM = "rotina-da-noite";

  static ApiGuide follow(RunningSystem system) throws IOException {
    KeycloakAdmin admin = system.keycloakAdmin();
    Guide files = Guide.of(system, "api");
    takeAway(admin);
    admin.replaceClient(SCOPE, files.json("cliente.json"));
    admin.post("/client-scopes", files.json("escopo.json"));
    admin.post("/clients", files.json("terminal.json"));
    SecondApplication application = SecondApplication.register(system, APPLICATION);
    admin.put(
        "/clients/"
            + Guide.idOf(admin, APPLICATION)
            + "/optional-client-scopes/"
            + scopeId(admin).orElseThrow(),
        Map.of());
    return new ApiGuide(
        admin, files, DeployedWar.deploy(system, files.file("target/api.war")), application);
  }

  /** Has Keycloak demand prata of whoever asks for the service's tokens. */
  void demandPrata() throws IOException {
    admin.put("/client-policies/profiles", files.json("perfil.json"));
    admin.put("/client-policies/policies", files.json("politica.json"));
  }

  void demandNothing() {
    admin.put("/client-policies/policies", Map.of("policies", List.of()));
    admin.put("/client-policies/profiles", Map.of("profiles", List.of()));
  }

  /** The access token of a program that calls the service for nobody. */
  String tokenOfProgram(RunningSystem system) {
    admin.replaceClient(
        PROGRAM,
        Map.of(
            "clientId",
            PROGRAM,
            "secret",
            PROGRAM,
            "serviceAccountsEnabled",
            true,
            "standardFlowEnabled",
            false,
            "defaultClientScopes",
            List.of("basic"),
            "optionalClientScopes",
            List.of(SCOPE)));
    return system
        .postForm(
            system.realmUrl() + "/protocol/openid-connect/token",
            HttpBrowser.encoded(
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", PROGRAM,
                    "client_secret", PROGRAM,
                    "scope", SCOPE)))
        .path("access_token")
        .asText();
  }

  @Override
  public void close() throws IOException {
    api.close();
    application.close();
    Guide.removeClient(admin, APPLICATION);
    takeAway(admin);
  }

  private static void takeAway(KeycloakAdmin admin) {
    Guide.removeClient(admin, TERMINAL);
    Guide.removeClient(admin, PROGRAM);
    scopeId(admin).ifPresent(ours -> admin.delete("/client-scopes/" + ours));
    Guide.removeClient(admin, SCOPE);
  }

  private static Optional<String> scopeId(KeycloakAdmin admin) {
    for (JsonNode scope : admin.get("/client-scopes")) {
      if (SCOPE.equals(scope.path("name").asText())) {
        return Optional.of(scope.path("id").asText());
      }
    }
    return Optional.empty();
  }
}
