package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of the realm with a secret, made for one test and taken away after it. */
final class ConfidentialClient implements AutoCloseable {

  private static final String SECRET = "segredo-do-cliente-de-um-teste";

  // The example of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final RunningSystem system;
  private final String clientId;

  private ConfidentialClient(RunningSystem system, String clientId) {
    this.system = system;
    this.clientId = clientId;
  }

  /**
   * Registers a client.
   *
   * @param settings what differs from a client with the scope {@code govbr}
   */
  static ConfidentialClient register(
      RunningSystem system, String clientId, Map<String, ?> settings) {
    Map<String, Object> client = new HashMap<>();
    client.put("clientId", clientId);
    client.put("secret", SECRET);
    client.put("publicClient", false);
    client.put("redirectUris", List.of("http://localhost:*"));
    client.put("defaultClientScopes", List.of("basic", "acr", "roles", "govbr"));
    client.put("optionalClientScopes", List.of("offline_access"));
    // Keycloak tells a token's claims only to those it is meant for.
    client.put("protocolMappers", List.of(audience(clientId)));
    client.putAll(settings);
    system.keycloakAdmin().replaceClient(clientId, client);
    return new ConfidentialClient(system, clientId);
  }

  /** A protocol mapper that names a client as the audience of access tokens. */
  static Map<String, Object> audience(String clientId) {
    return Map.of(
        "name",
        "para " + clientId,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-audience-mapper",
        "config",
        Map.of("included.custom.audience", clientId, "access.token.claim", "true"));
  }

  /** Lets somebody sign in, at gov.br unless there is a session, and redeems the code. */
  JsonNode tokens(TestApplication browser, String persona, String scope) {
    String callback = browser.baseUrl() + "volta";
    browser.openLogin(
        Map.of(
            "client_id",
            clientId,
            "redirect_uri",
            callback,
            "scope",
            scope,
            "code_challenge",
            CHALLENGE));
    browser.finishAtGovBrIfAskedAs(persona);
    browser.page().waitForURL(url -> url.startsWith(callback));
    return post(
        "token",
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code(browser.page().url()),
            "redirect_uri",
            callback,
            "code_verifier",
            VERIFIER));
  }

  private static String code(String url) {
    return HttpBrowser.parameter(url, "code").orElseThrow();
  }

  JsonNode refreshed(JsonNode tokens) {
    return post(
        "token",
        Map.of(
            "grant_type", "refresh_token", "refresh_token", tokens.path("refresh_token").asText()));
  }

  JsonNode introspected(JsonNode tokens) {
    return post("token/introspect", Map.of("token", tokens.path("access_token").asText()));
  }

  /** The standard token exchange (RFC 8693) of another client's access token. */
  JsonNode exchanged(JsonNode tokens) {
    return post(
        "token",
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token",
            tokens.path("access_token").asText(),
            "subject_token_type",
            "urn:ietf:params:oauth:token-type:access_token",
            "requested_token_type",
            "urn:ietf:params:oauth:token-type:access_token"));
  }

  /** Tokens of somebody who has a password in Keycloak. */
  JsonNode tokensByPassword(String username, String password) {
    return post(
        "token",
        Map.of(
            "grant_type",
            "password",
            "username",
            username,
            "password",
            password,
            "scope",
            "openid"));
  }

  private JsonNode post(String endpoint, Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    form.put("client_id", clientId);
    form.put("client_secret", SECRET);
    return system.postForm(
        system.realmUrl() + "/protocol/openid-connect/" + endpoint,
        form.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  @Override
  public void close() {
    KeycloakAdmin admin = system.keycloakAdmin();
    for (JsonNode client : admin.get("/clients?clientId=" + clientId)) {
      admin.delete("/clients/" + client.path("id").asText());
    }
  }
}
