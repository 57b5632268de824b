package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private FacadeClient() {}

  /** Makes the client with roles, and an application whose tokens carry them. */
  static void create(OwnRealm realm, String application, String... roles) {
    realm.admin().post("/clients", Map.of("clientId", "govbr", "bearerOnly", true));
    String client = id(realm, "govbr");
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

  /** Makes an application whose tokens carry only one of the roles. */
  static void limit(OwnRealm realm, String application, String role) {
    realm.addApplication(application, "roles");
    String client = id(realm, "govbr");
    String limited = id(realm, application);
    ObjectNode settings = realm.admin().get("/clients/" + limited).deepCopy();
    settings.put("fullScopeAllowed", false);
    realm.admin().put("/clients/" + limited, settings);
    realm
        .admin()
        .post(
            "/clients/" + limited + "/scope-mappings/clients/" + client,
            List.of(realm.admin().get("/clients/" + client + "/roles/" + role)));
  }

  private static String id(OwnRealm realm, String clientId) {
    return realm.admin().get("/clients?clientId=" + clientId).path(0).path("id").asText();
  }

  /** Reads an address, whatever the answer. */
  static HttpResponse<byte[]> get(String token, String url) {
    return send(
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build());
  }

  /** Records the use of a power, whatever the answer. */
  static HttpResponse<byte[]> recordUse(String token, String url, String key, String use) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(use))
            .build());
  }

  /** Sends a request, whatever the answer. */
  static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
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
