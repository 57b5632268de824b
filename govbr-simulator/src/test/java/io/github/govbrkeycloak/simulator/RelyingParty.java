package io.github.govbrkeycloak.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A service that signs people in with the simulated gov.br, and can do each step wrong. */
final class RelyingParty {

  static final String CLIENT_ID = "servico.teste.exemplo.gov.br";
  static final String SECRET = "segredo-do-servico-de-teste";
  static final String REDIRECT_URI = "http://localhost:1/volta";
  static final String LOGOUT_URI = "http://localhost:1/saiu?de=govbr";
  static final String LAUNCHER = "http://localhost:1/entrar";
  static final String STATE = "estado-de-teste";
  static final String NONCE = "nonce-de-teste";
  static final String VERIFIER = "verificador-de-teste-com-mais-de-quarenta-e-tres-caracteres";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final SteeredGovBr govbr;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  /** Registers itself at the simulator with all scopes. */
  RelyingParty(SteeredGovBr govbr) {
    this.govbr = govbr;
    register(LAUNCHER);
  }

  /** Registers itself again, with another start address or, if {@code null}, without one. */
  void register(String launcher) {
    govbr
        .clients()
        .register(
            new Client(
                CLIENT_ID,
                "Serviço de teste",
                SECRET,
                java.util.List.of(REDIRECT_URI),
                launcher,
                java.util.List.of(LOGOUT_URI),
                govbr.clients().scopesOf("portal.orgao.exemplo.gov.br"),
                java.util.List.of()));
  }

  /** A correct request to {@code /authorize}; change what a test is about. */
  static Map<String, String> authorizeParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", CLIENT_ID);
    parameters.put(
        "scope",
        "openid email phone profile govbr_empresa govbr_confiabilidades"
            + " govbr_confiabilidades_idtoken");
    parameters.put("redirect_uri", REDIRECT_URI);
    parameters.put("nonce", NONCE);
    parameters.put("state", STATE);
    parameters.put("code_challenge", challenge(VERIFIER));
    parameters.put("code_challenge_method", "S256");
    return parameters;
  }

  /** The address to send a person to. */
  String authorizeUrl(Map<String, String> parameters) {
    return govbr.baseUrl() + "/authorize?" + encode(parameters);
  }

  /** The address to send a person to, all correct. */
  String authorizeUrl() {
    return authorizeUrl(authorizeParameters());
  }

  /** Signs a persona in with a new browser, consents, and returns the code. */
  String code(String persona) {
    return code(persona, authorizeParameters());
  }

  /** The same with a request of one's own. */
  String code(String persona, Map<String, String> parameters) {
    Browser browser = new Browser(govbr.baseUrl());
    browser.open(authorizeUrl(parameters)).press("button[data-persona=" + persona + "]");
    if (!browser.isAwayFromSimulator()) {
      browser.press("#authorize");
    }
    return browser.parameters().get("code");
  }

  /** A correct form for {@code /token}; change what a test is about. */
  static Map<String, String> tokenParameters(String code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", "authorization_code");
    parameters.put("code", code);
    parameters.put("redirect_uri", REDIRECT_URI);
    parameters.put("code_verifier", VERIFIER);
    return parameters;
  }

  /** Exchanges a code the documented way. */
  Answer exchange(String code) {
    return token(tokenParameters(code), CLIENT_ID, SECRET);
  }

  /** Posts a form to {@code /token} with Basic authentication. */
  Answer token(Map<String, String> parameters, String clientId, String secret) {
    return send(
        form("/token", parameters).header("Authorization", basic(clientId, secret)).build());
  }

  /** Signs a persona in and returns the tokens. */
  Tokens tokens(String persona) {
    return exchange(code(persona)).tokens();
  }

  /** The same with a request of one's own. */
  Tokens tokens(String persona, Map<String, String> parameters) {
    return exchange(code(persona, parameters)).tokens();
  }

  /** Reads an address with an access token. */
  Answer get(String path, String accessToken) {
    return send(request(path).header("Authorization", "Bearer " + accessToken).GET().build());
  }

  /** Reads an address. */
  Answer get(String path) {
    return send(request(path).GET().build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(govbr.baseUrl() + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpRequest.Builder form(String path, Map<String, String> parameters) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encode(parameters)));
  }

  Answer send(HttpRequest request) {
    try {
      return new Answer(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String basic(String clientId, String secret) {
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static String challenge(String verifier) {
    try {
      return BASE64URL.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** An answer of the simulator. */
  record Answer(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    byte[] bytes() {
      return response.body();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    JsonNode json() {
      return parse(text());
    }

    Tokens tokens() {
      JsonNode json = json();
      return new Tokens(json.path("access_token").asText(), json.path("id_token").asText());
    }
  }

  /** Both tokens of a login. */
  record Tokens(String accessToken, String idToken) {

    JsonNode accessClaims() {
      return part(accessToken, 1);
    }

    JsonNode idClaims() {
      return part(idToken, 1);
    }

    JsonNode idHeader() {
      return part(idToken, 0);
    }

    JsonNode accessHeader() {
      return part(accessToken, 0);
    }
  }

  static JsonNode part(String jwt, int index) {
    byte[] decoded = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]);
    return parse(new String(decoded, StandardCharsets.UTF_8));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }
}
