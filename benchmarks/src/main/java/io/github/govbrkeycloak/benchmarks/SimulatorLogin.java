package io.github.govbrkeycloak.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody new signs in at the simulated gov.br: authorize, login page, consent, code, token. The
 * ID token is verified as a service has to: signature, issuer, audience, nonce, subject.
 */
public final class SimulatorLogin implements Scenario {

  private static final String SCOPES =
      "openid email phone profile govbr_confiabilidades govbr_confiabilidades_idtoken";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Citizens citizens = new Citizens();
  private final HttpClient http;
  private final String govbr;
  private final Service service;
  private final JWSVerifier verifier;

  /** Learns the simulator's key; the service must be registered there. */
  public SimulatorLogin(HttpClient http, String govbr, Service service)
      throws IOException, InterruptedException {
    this.http = http;
    this.govbr = govbr;
    this.service = service;
    this.verifier = verifier(read(HttpRequest.newBuilder(URI.create(govbr + "/jwk"))));
  }

  /** Registers the service at a simulator. */
  public static void register(HttpClient http, String govbr, Service service)
      throws IOException, InterruptedException {
    Map<String, Object> registration =
        Map.of(
            "segredo", service.secret(),
            "redirect_uris", List.of(service.redirectUri()),
            "escopos", List.of(SCOPES.split(" ", -1)));
    URI address = URI.create(govbr + "/simulador/clientes/" + service.clientId());
    String body = JSONObjectUtils.toJSONString(registration);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    require(http.send(request, BodyHandlers.ofString()).statusCode() == 200, "registration");
  }

  @Override
  public void run() throws IOException, InterruptedException {
    Cpf citizen = citizens.next();
    String state = random();
    String nonce = random();
    String codeVerifier = random();
    Visitor visitor = new Visitor(http, service.redirectUri());
    visitor.open(authorize(state, nonce, codeVerifier));
    visitor.send("button[name=persona]", Map.of("persona", citizen.digits()));
    visitor.send("#authorize", Map.of("operation", "authorize"));
    Map<String, String> answer = parameters(visitor.address());
    require(state.equals(answer.get("state")), "state");
    verify(tokens(answer.get("code"), codeVerifier), citizen, nonce);
  }

  private URI authorize(String state, String nonce, String codeVerifier) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", service.clientId());
    request.put("scope", SCOPES);
    request.put("redirect_uri", service.redirectUri());
    request.put("state", state);
    request.put("nonce", nonce);
    request.put("code_challenge", challenge(codeVerifier));
    request.put("code_challenge_method", "S256");
    return URI.create(govbr + "/authorize?" + Visitor.encode(request));
  }

  private Map<String, Object> tokens(String code, String codeVerifier)
      throws IOException, InterruptedException {
    require(code != null, "code");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", service.redirectUri());
    form.put("code_verifier", codeVerifier);
    return read(
        HttpRequest.newBuilder(URI.create(govbr + "/token"))
            .header("Authorization", service.basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Visitor.encode(form))));
  }

  private void verify(Map<String, Object> tokens, Cpf citizen, String nonce) {
    try {
      SignedJWT idToken = SignedJWT.parse(JSONObjectUtils.getString(tokens, "id_token"));
      require(idToken.verify(verifier), "signature");
      Map<String, Object> claims = idToken.getPayload().toJSONObject();
      require(claims.get("iss").equals(govbr + "/"), "iss");
      require(claims.get("aud").equals(service.clientId()), "aud");
      require(claims.get("nonce").equals(nonce), "nonce");
      require(claims.get("sub").equals(citizen.digits()), "sub");
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("unreadable ID token", e);
    }
  }

  private Map<String, Object> read(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    require(answer.statusCode() == 200, "status at " + answer.uri().getPath());
    try {
      return JSONObjectUtils.parse(answer.body());
    } catch (ParseException e) {
      throw new IllegalStateException("no JSON at " + answer.uri().getPath(), e);
    }
  }

  private static JWSVerifier verifier(Map<String, Object> jwks) {
    try {
      Map<String, Object> key = JSONObjectUtils.getJSONObjectArray(jwks, "keys")[0];
      return new RSASSAVerifier(RSAKey.parse(key));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("unreadable key", e);
    }
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("the login failed: " + what);
    }
  }

  private static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] sides = pair.split("=", 2);
      parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String codeVerifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }
}
