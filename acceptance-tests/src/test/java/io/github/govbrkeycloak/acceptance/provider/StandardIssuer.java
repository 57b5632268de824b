package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small issuer of standard OpenID Connect that is not gov.br: everybody who comes is signed in at
 * once, the subject is no CPF, the addresses are others. What it says can be changed.
 */
final class StandardIssuer implements AutoCloseable {

  static final String CLIENT_ID = "um-cliente";
  static final String SUBJECT = "sujeito-000123";
  static final String ACCESS_TOKEN = "opaco-0001";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final String base;
  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private final Map<String, Object> userInfo = new LinkedHashMap<>();
  private final List<Map<String, Object>> published = new CopyOnWriteArrayList<>();
  private final List<String> called = new CopyOnWriteArrayList<>();
  private volatile TestKey signer;
  private volatile String namedIssuer;
  private volatile Map<String, String> request = Map.of();

  private StandardIssuer(HttpServer server, TestKey signer) {
    this.server = server;
    this.base = "http://localhost:" + server.getAddress().getPort() + "/op";
    this.namedIssuer = base;
    this.signer = signer;
    published.add(signer.jwk());
    userInfo.put("sub", SUBJECT);
    userInfo.put("name", "Maria do Teste");
    userInfo.put("email", "maria@teste.example");
    userInfo.put("email_verified", true);
  }

  /** Starts one that signs with this key. */
  static StandardIssuer start(TestKey signer) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      StandardIssuer issuer = new StandardIssuer(server, signer);
      server.createContext("/op/auth", issuer::authorize);
      server.createContext("/op/tok", issuer::tokens);
      server.createContext("/op/info", exchange -> issuer.answer(exchange, issuer.userInfo));
      server.createContext(
          "/op/keys", exchange -> issuer.answer(exchange, Map.of("keys", issuer.published)));
      server.start();
      return issuer;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** How an administrator points the provider here. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ambiente", "outro");
    settings.put("urlSso", base);
    settings.put("urlEmissor", base);
    settings.put("urlAutorizacao", base + "/auth");
    settings.put("urlToken", base + "/tok");
    settings.put("urlUserinfo", base + "/info");
    settings.put("urlJwk", base + "/keys");
    settings.put("apisGovBr", "false");
    settings.put("sujeitoLivre", "true");
    settings.put("consultarUserinfo", "true");
    settings.put("defaultScope", "openid profile email");
    settings.put("clientId", CLIENT_ID);
    return settings;
  }

  /** Says this in the ID token, or leaves it out when {@code null}. */
  void state(String claim, Object value) {
    claims.put(claim, value);
  }

  /** Leaves this out of userinfo. */
  void keepSilentAbout(String claim) {
    userInfo.remove(claim);
  }

  /** Writes this into the ID token's header, or leaves it out when {@code null}. */
  void head(String member, Object value) {
    header.put(member, value);
  }

  /** Signs with this key from now on; whether it is published is another matter. */
  void signWith(TestKey key) {
    signer = key;
  }

  /** Publishes these keys and no others. */
  void publish(List<Map<String, Object>> keys) {
    published.clear();
    published.addAll(keys);
  }

  /** Names this issuer on the way back (RFC 9207). */
  void nameOnTheWayBack(String issuer) {
    namedIssuer = issuer;
  }

  /** The parameters of the last authorization request. */
  Map<String, String> lastRequest() {
    return request;
  }

  /** Which addresses were called, the authorization included. */
  List<String> called() {
    return List.copyOf(called);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    called.add("auth");
    request = parameters(exchange.getRequestURI().getRawQuery());
    String location =
        request.get("redirect_uri")
            + "?code=codigo-"
            + System.nanoTime()
            + "&state="
            + encoded(request.get("state"))
            + "&iss="
            + encoded(namedIssuer);
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void tokens(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!challenge(form.get("code_verifier")).equals(request.get("code_challenge"))) {
      throw new IllegalStateException("the verifier does not fit");
    }
    answer(
        exchange,
        Map.of(
            "access_token",
            ACCESS_TOKEN,
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            idToken()));
  }

  private String idToken() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("iss", base);
    said.put("sub", SUBJECT);
    said.put("aud", CLIENT_ID);
    said.put("iat", now);
    said.put("exp", now + 300);
    said.put("nonce", request.get("nonce"));
    said.putAll(claims);
    said.values().removeIf(Objects::isNull);
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("alg", signer.algorithm());
    head.put("kid", signer.kid());
    head.putAll(header);
    head.values().removeIf(Objects::isNull);
    return signer.sign(text(head), text(said));
  }

  private void answer(HttpExchange exchange, Object body) throws IOException {
    called.add(exchange.getRequestURI().getPath().substring("/op/".length()));
    byte[] bytes = text(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
