package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The client {@code govbr} of a realm, whose roles open the facade. Every person gets them: what is
 * shown is which application may.
 */
final class FacadeClient {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private FacadeClient() {}

  /** Makes the client with roles, and an application whose tokens carry them. */
  static void create(OwnRealm realm, String application, String... roles) {
    realm.admin().post("/clients", Map.of("clientId", "govbr", "bearerOnly", true));
    String client = realm.admin().get("/clients?clientId=govbr").path(0).path("id").asText();
    String defaultRoles = realm.admin().get("").path("defaultRole").path("id").asText();
    for (String role : roles) {
      realm.admin().post("/clients/" + client + "/roles", Map.of("name", role));
      realm
          .admin()
          .post(
              "/roles-by-id/" + defaultRoles + "/composites",
              List.of(realm.admin().get("/clients/" + client + "/roles/" + role)));
    }
    realm.addApplication(application, "roles");
  }

  /** Begins to read a resource; the status comes when it comes. */
  static CompletableFuture<Integer> begin(String token, String url) {
    return CLIENT
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }
}
