package io.github.govbrkeycloak.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application that lets an issuer sign people in: code flow with PKCE. It verifies the ID token
 * as it has to: signature, issuer, audience, nonce.
 */
public final class Application {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpClient http;
  private final Issuer issuer;
  private final Service service;
  private final String scope;
  private final Map<String, JWSVerifier> verifiers;

  /** A login that has begun: what only this application knows of it. */
  public record Begun(String state, String nonce, String codeVerifier) {}

  /**
   * What a login brought.
   *
   * @param idToken the verified claims
   * @param accessToken as it came
   */
  public record Tokens(Map<String, Object> idToken, String accessToken) {}

  /** Learns the issuer's keys; the service must be registered there. */
  public Application(HttpClient http, Issuer issuer, Service service, String scope)
      throws IOException, InterruptedException {
    this.http = http;
    this.issuer = issuer;
    this.service = service;
    this.scope = scope;
    this.verifiers = verifiers(read(HttpRequest.newBuilder(URI.create(issuer.keys()))));
  }

  /** Where people come back to. */
  public String redirectUri() {
    return service.redirectUri();
  }

  /** Begins a login. */
  public Begun begin() {
    return new Begun(random(), random(), random());
  }

  /** Where a login leads the person. */
  public URI address(Begun login, Map<String, String> more) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", service.clientId());
    request.put("scope", scope);
    request.put("redirect_uri", service.redirectUri());
    request.put("state", login.state());
    request.put("nonce", login.nonce());
    request.put("code_challenge", challenge(login.codeVerifier()));
    request.put("code_challenge_method", "S256");
    request.putAll(more);
    return URI.create(issuer.authorize() + "?" + Visitor.encode(request));
  }

  /** Finishes a login. */
  public Tokens finish(Begun login, URI cameBackTo) throws IOException, InterruptedException {
    require(cameBackTo.toString().startsWith(service.redirectUri() + "?"), "way back");
    Map<String, String> answer = parameters(cameBackTo);
    require(login.state().equals(answer.get("state")), "state");
    require(answer.get("code") != null, "code");
    Map<String, Object> tokens = tokens(answer.get("code"), login.codeVerifier());
    return new Tokens(
        verified(String.valueOf(tokens.get("id_token")), login.nonce()),
        String.valueOf(tokens.get("access_token")));
  }

  /** Ends the measurement when something is not as it has to be. */
  public static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("the login failed: " + what);
    }
  }

  private Map<String, Object> tokens(String code, String codeVerifier)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", service.redirectUri());
    form.put("code_verifier", codeVerifier);
    return read(
        HttpRequest.newBuilder(URI.create(issuer.token()))
            .header("Authorization", service.basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Visitor.encode(form))));
  }

  private Map<String, Object> verified(String token, String nonce) {
    try {
      SignedJWT idToken = SignedJWT.parse(token);
      JWSVerifier verifier = verifiers.get(idToken.getHeader().getKeyID());
      require(verifier != null && idToken.verify(verifier), "signature");
      Map<String, Object> claims = idToken.getPayload().toJSONObject();
      require(issuer.name().equals(claims.get("iss")), "iss");
      require(service.clientId().equals(claims.get("aud")), "aud");
      require(nonce.equals(claims.get("nonce")), "nonce");
      return claims;
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

  private static Map<String, JWSVerifier> verifiers(Map<String, Object> jwks) {
    try {
      Map<String, JWSVerifier> verifiers = new HashMap<>();
      for (var key : JWKSet.parse(jwks).getKeys()) {
        verifiers.put(key.getKeyID(), new RSASSAVerifier(key.toRSAKey()));
      }
      return verifiers;
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("unreadable key", e);
    }
  }

  private static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : List.of(address.getRawQuery().split("&", -1))) {
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
