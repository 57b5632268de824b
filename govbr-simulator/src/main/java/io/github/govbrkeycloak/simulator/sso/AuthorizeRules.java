package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.login.AuthorizationRequest;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What gov.br demands of a request to {@code /authorize}. Unknown parameters are tolerated. */
final class AuthorizeRules {

  /** A SHA-256 in base64url, without padding. */
  private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final List<String> ONCE_ONLY =
      List.of(
          "response_type", "scope", "state", "nonce", "code_challenge", "code_challenge_method");

  private final Clients clients;
  private final Settings settings;

  AuthorizeRules(Clients clients, Settings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  AuthorizationRequest check(MultivaluedMap<String, String> sent) throws AuthorizeRefusal {
    Client client = client(sent);
    String redirectUri = redirectUri(sent, client);
    ReturnAddress back = new ReturnAddress(redirectUri, single(sent, "state"));
    for (String parameter : ONCE_ONLY) {
      if (sent.getOrDefault(parameter, List.of()).size() > 1) {
        throw AuthorizeRefusal.returned(
            "invalid_request", "Duplicate parameter: " + parameter, back);
      }
    }
    if (!"code".equals(sent.getFirst("response_type"))) {
      throw AuthorizeRefusal.returned(
          "unsupported_response_type", "Unsupported response types", back);
    }
    List<String> scopes = scopes(sent, client, back);
    if (settings.chosen(Choice.STATE_AND_NONCE_REQUIRED)) {
      require(sent, "state", back);
      require(sent, "nonce", back);
    }
    return new AuthorizationRequest(
        client,
        redirectUri,
        scopes,
        sent.getFirst("state"),
        sent.getFirst("nonce"),
        codeChallenge(sent, back),
        false);
  }

  private Client client(MultivaluedMap<String, String> sent) throws AuthorizeRefusal {
    return clients
        .withId(single(sent, "client_id"))
        .orElseThrow(
            () ->
                AuthorizeRefusal.shown(
                    "invalid_client", "O client_id não está registrado no gov.br."));
  }

  private String redirectUri(MultivaluedMap<String, String> sent, Client client)
      throws AuthorizeRefusal {
    String redirectUri = single(sent, "redirect_uri");
    if (redirectUri == null || !client.redirectUris().contains(redirectUri)) {
      throw settings.chosen(Choice.REDIRECT_UNAUTHORIZED_CLIENT)
          ? AuthorizeRefusal.shown("unauthorized_client", "Unauthorized redirect URI")
          : AuthorizeRefusal.shown("invalid_grant", "URL used in authorize is not registered");
    }
    if (settings.chosen(Choice.LOCALHOST_REFUSED) && isLocalhost(redirectUri)) {
      throw AuthorizeRefusal.shown(
          "invalid_grant", "localhost não pode ser endereço de retorno de uma credencial comum.");
    }
    return redirectUri;
  }

  private static boolean isLocalhost(String address) {
    String host = URI.create(address).getHost();
    return host != null && List.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }

  private static List<String> scopes(
      MultivaluedMap<String, String> sent, Client client, ReturnAddress back)
      throws AuthorizeRefusal {
    String scope = sent.getFirst("scope");
    if (scope == null || scope.isBlank()) {
      throw AuthorizeRefusal.returned("invalid_scope", "Empty scope", back);
    }
    List<String> scopes = Arrays.stream(scope.strip().split(" +", -1)).distinct().toList();
    List<String> refused = client.notProvisioned(scopes);
    if (!refused.isEmpty()) {
      throw AuthorizeRefusal.returned("invalid_scope", "Invalid scope: " + refused, back);
    }
    return scopes;
  }

  private static void require(
      MultivaluedMap<String, String> sent, String parameter, ReturnAddress back)
      throws AuthorizeRefusal {
    String value = sent.getFirst(parameter);
    if (value == null || value.isEmpty()) {
      throw AuthorizeRefusal.returned("invalid_request", "Missing parameter: " + parameter, back);
    }
  }

  private String codeChallenge(MultivaluedMap<String, String> sent, ReturnAddress back)
      throws AuthorizeRefusal {
    String challenge = sent.getFirst("code_challenge");
    if (challenge == null && settings.chosen(Choice.PKCE_OPTIONAL)) {
      return null;
    }
    require(sent, "code_challenge", back);
    require(sent, "code_challenge_method", back);
    if (!"S256".equals(sent.getFirst("code_challenge_method"))
        || !S256_CHALLENGE.matcher(challenge).matches()) {
      throw AuthorizeRefusal.returned(
          "invalid_request", "Code challenge must be a S256 challenge", back);
    }
    return challenge;
  }

  /** A parameter sent exactly once; sent twice it means nothing. */
  private static String single(MultivaluedMap<String, String> sent, String parameter) {
    List<String> values = sent.getOrDefault(parameter, List.of());
    return values.size() == 1 ? values.get(0) : null;
  }
}
