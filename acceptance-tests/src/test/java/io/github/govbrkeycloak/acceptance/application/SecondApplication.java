package io.github.govbrkeycloak.acceptance.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another OpenID Connect application of the same public body: a client of the realm that knows
 * nothing of gov.br and just trusts Keycloak.
 */
public final class SecondApplication implements AutoCloseable {

  /** The name in the realm of the one that tests share. */
  public static final String CLIENT_ID = "segunda-aplicacao";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String realm;
  private final String clientId;
  private final String secret;
  private final CallbackPage callback;
  private final HttpClient http = HttpClient.newHttpClient();

  private SecondApplication(String realm, String clientId, String secret, CallbackPage callback) {
    this.realm = realm;
    this.clientId = clientId;
    this.secret = secret;
    this.callback = callback;
  }

  /** Registers the application as an administrator would. */
  public static SecondApplication register(RunningSystem system) {
    return register(system, CLIENT_ID);
  }

  /** The same by another name, for a test that changes it or takes it away. */
  public static SecondApplication register(RunningSystem system, String clientId) {
    return register(system.keycloakAdmin(), system.realmUrl(), clientId);
  }

  /** The same in another realm, which also has a client scope {@code govbr}. */
  public static SecondApplication register(KeycloakAdmin admin, String realmUrl) {
    return register(admin, realmUrl, CLIENT_ID);
  }

  private static SecondApplication register(KeycloakAdmin admin, String realmUrl, String clientId) {
    CallbackPage callback = new CallbackPage();
    String secret = randomText();
    admin.replaceClient(
        clientId,
        Map.of(
            "clientId",
            clientId,
            "protocol",
            "openid-connect",
            "publicClient",
            false,
            "secret",
            secret,
            "redirectUris",
            List.of(callback.address().toString()),
            "attributes",
            Map.of("pkce.code.challenge.method", "S256"),
            "defaultClientScopes",
            List.of("basic", "acr", "roles", "profile", "email", "govbr")));
    return new SecondApplication(realmUrl, clientId, secret, callback);
  }

  /** Where people arrive who signed in or out. */
  public String address() {
    return callback.address().toString();
  }

  /** The secret that Keycloak and this application share: it must never be seen in a log. */
  public String secret() {
    return secret;
  }

  /**
   * Where the browser starts a login at this application.
   *
   * @param extra further parameters, for instance {@code acr_values}
   */
  public LoginAttempt beginLogin(Map<String, String> extra) {
    callback.forgetArrivals();
    String verifier = randomText();
    String state = randomText();
    String nonce = randomText();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", clientId);
    parameters.put("redirect_uri", callback.address().toString());
    parameters.put("scope", "openid");
    parameters.put("state", state);
    parameters.put("nonce", nonce);
    parameters.put("code_challenge", sha256(verifier));
    parameters.put("code_challenge_method", "S256");
    parameters.put("kc_idp_hint", "govbr");
    parameters.putAll(extra);
    URI address = URI.create(realm + "/protocol/openid-connect/auth?" + Form.of(parameters));
    return new LoginAttempt(address, state, nonce, verifier);
  }

  /** Signs a person in who already has a session: no page appears in between. */
  public Tokens signInAgain(Page page) {
    LoginAttempt attempt = beginLogin(Map.of());
    page.navigate(attempt.address().toString());
    return finishLogin(attempt);
  }

  /** Waits for the browser to come back and redeems the code. */
  public Tokens finishLogin(LoginAttempt attempt) {
    Map<String, String> arrival = awaitReturn();
    if (!attempt.state().equals(arrival.get("state"))) {
      throw new IllegalStateException("the state is not the one this login began with");
    }
    Tokens tokens =
        tokens(
            Map.of(
                "grant_type", "authorization_code",
                "code", arrival.getOrDefault("code", ""),
                "redirect_uri", callback.address().toString(),
                "code_verifier", attempt.verifier()));
    if (!attempt.nonce().equals(tokens.idToken().path("nonce").asText())) {
      throw new IllegalStateException("the nonce is not the one this login began with");
    }
    return tokens;
  }

  /** The parameters with which the browser came back, an error perhaps. */
  public Map<String, String> awaitReturn() {
    return callback.awaitArrival();
  }

  /** New tokens for the refresh token. */
  public Tokens refresh(Tokens tokens) {
    return tokens(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
  }

  /** Whether Keycloak would still refresh: the proof that a session lives. */
  public boolean isSessionAlive(Tokens tokens) {
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken());
    return post("/protocol/openid-connect/token", form).statusCode() == 200;
  }

  @Override
  public void close() {
    callback.close();
  }

  private Tokens tokens(Map<String, String> form) {
    JsonNode answer = json(post("/protocol/openid-connect/token", form));
    String accessToken = answer.path("access_token").asText();
    HttpRequest userInfo =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/userinfo"))
            .header("Authorization", "Bearer " + accessToken)
            .build();
    return new Tokens(
        Jwt.claims(answer.path("id_token").asText()),
        Jwt.claims(accessToken),
        json(send(userInfo)),
        answer.path("refresh_token").asText(),
        accessToken);
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    String credentials = clientId + ":" + secret;
    return send(
        HttpRequest.newBuilder(URI.create(realm + path))
            .header("Content-Type", Form.CONTENT_TYPE)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(Form.of(form)))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          response.uri().getPath() + " answered " + response.statusCode());
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String randomText() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A login that began and has not come back yet. */
  public record LoginAttempt(URI address, String state, String nonce, String verifier) {}
}
