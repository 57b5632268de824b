package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The administrator of the demo at Keycloak's admin REST API, in one of its realms. */
public final class KeycloakAdmin {

  private static final String REALMS = "/admin/realms";

  private final String keycloak;
  private final String realm;
  private final Person person;
  private String token;
  private Instant tokenSince = Instant.EPOCH;

  /**
   * Who asks.
   *
   * @param home realm of the account
   * @param language that the browser prefers; none when it is a program
   */
  private record Person(String home, String name, String password, Optional<String> language) {}

  KeycloakAdmin(String keycloak, String realm) {
    this(keycloak, realm, new Person("master", "admin", "admin", Optional.empty()));
  }

  private KeycloakAdmin(String keycloak, String realm, Person person) {
    this.keycloak = keycloak;
    this.realm = realm;
    this.person = person;
  }

  /** The same administrator in another realm. */
  public KeycloakAdmin inRealm(String name) {
    return new KeycloakAdmin(keycloak, name, person);
  }

  /** An administrator of this realm alone. */
  public KeycloakAdmin as(String name, String password) {
    return new KeycloakAdmin(keycloak, realm, new Person(realm, name, password, person.language()));
  }

  /** The same administrator with a browser that prefers a language. */
  public KeycloakAdmin reading(String language) {
    return new KeycloakAdmin(
        keycloak,
        realm,
        new Person(person.home(), person.name(), person.password(), Optional.of(language)));
  }

  /** Creates this realm as it is described, in place of one of the same name. */
  public void replaceRealm(Object representation) {
    deleteRealm();
    Http.succeed(authorised(keycloak + REALMS).POST(Http.body(representation)).build());
  }

  /** Deletes this realm, if there is one. */
  public void deleteRealm() {
    Http.send(request("").DELETE().build());
  }

  /** Reads, for instance {@code /users?max=100}. */
  public JsonNode get(String path) {
    return Http.json(request(path).GET().build());
  }

  /** Reads if Keycloak lets it; whatever the status. */
  public HttpResponse<String> tryGet(String path) {
    return Http.send(request(path).GET().build());
  }

  /** Creates, for instance a client below {@code /clients}. */
  public void post(String path, Object representation) {
    Http.succeed(request(path).POST(Http.body(representation)).build());
  }

  /** Asks for something by POST and reads the answer, for instance an export. */
  public ObjectNode postForJson(String path) {
    return (ObjectNode) Http.json(request(path).POST(BodyPublishers.noBody()).build());
  }

  /** Replaces. */
  public void put(String path, Object representation) {
    Http.succeed(request(path).PUT(Http.body(representation)).build());
  }

  /** Replaces if Keycloak lets it; whatever the status. */
  public HttpResponse<String> tryPut(String path, Object representation) {
    return Http.send(request(path).PUT(Http.body(representation)).build());
  }

  /** Creates if Keycloak lets it; whatever the status. */
  public HttpResponse<String> tryPost(String path, Object representation) {
    return Http.send(request(path).POST(Http.body(representation)).build());
  }

  /** Deletes. */
  public void delete(String path) {
    Http.succeed(request(path).DELETE().build());
  }

  /** Creates a client, in place of one of the same name. */
  public void replaceClient(String clientId, Object client) {
    String query = "/clients?clientId=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
    for (JsonNode existing : get(query)) {
      delete("/clients/" + existing.path("id").asText());
    }
    post("/clients", client);
  }

  private HttpRequest.Builder request(String path) {
    return authorised(keycloak + REALMS + "/" + realm + path);
  }

  private HttpRequest.Builder authorised(String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json");
    person.language().ifPresent(language -> request.header("Accept-Language", language));
    return request;
  }

  /** Checking the password is dear, and a token lives a minute: each serves half of that. */
  private synchronized String token() {
    if (token == null || Instant.now().isAfter(tokenSince.plusSeconds(30))) {
      tokenSince = Instant.now();
      token = newToken();
    }
    return token;
  }

  private String newToken() {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    keycloak + "/realms/" + person.home() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                        .formatted(person.name(), person.password())))
            .build();
    return Http.json(request).path("access_token").asText();
  }
}
