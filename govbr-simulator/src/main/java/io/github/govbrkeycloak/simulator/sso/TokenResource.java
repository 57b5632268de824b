package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.sso.AuthorizationCodes.Issued;
import io.github.govbrkeycloak.simulator.tokens.Grant;
import io.github.govbrkeycloak.simulator.tokens.TokenIssuer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a service exchanges its code for tokens. */
@Path("/token")
public final class TokenResource {

  /** What the scopes of desks begin with. */
  public static final String DESK_SCOPE = "sistema_govbr_preregistro_balcao_";

  private final Clients clients;
  private final AuthorizationCodes codes;
  private final TokenIssuer issuer;
  private final Behaviours behaviours;
  private final Settings settings;

  TokenResource(
      Clients clients,
      AuthorizationCodes codes,
      TokenIssuer issuer,
      Behaviours behaviours,
      Settings settings) {
    this.clients = clients;
    this.codes = codes;
    this.issuer = issuer;
    this.behaviours = behaviours;
    this.settings = settings;
  }

  /** Parameters in a form, as usual; those in the query count too. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response byForm(
      @HeaderParam("Authorization") String authorization,
      @Context UriInfo uri,
      MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    sent.putAll(uri.getQueryParameters());
    sent.putAll(form);
    return answer(authorization, sent);
  }

  /** Parameters in the query, as gov.br's older documents and samples send them. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response byQuery(
      @HeaderParam("Authorization") String authorization, @Context UriInfo uri) {
    return answer(authorization, uri.getQueryParameters());
  }

  private Response answer(String authorization, MultivaluedMap<String, String> sent) {
    Optional<Client> client = authenticate(authorization, sent);
    if (client.isEmpty()) {
      return badCredentials();
    }
    String grantType = String.valueOf(sent.getFirst("grant_type"));
    return switch (grantType) {
      case "authorization_code" -> exchange(client.get(), sent);
      case "client_credentials" -> inItsOwnName(client.get(), sent.getFirst("scope"));
      case "null" -> OAuthError.answer(400, "invalid_request", "Missing grant type").build();
      default -> OAuthError.answer(400, "unsupported_grant_type", "Unsupported grant type").build();
    };
  }

  private Optional<Client> authenticate(String authorization, MultivaluedMap<String, String> sent) {
    Optional<ClientCredentials> offered = ClientCredentials.inHeader(authorization);
    if (offered.isEmpty()
        && settings.chosen(Choice.BASIC_AND_POST)
        && sent.containsKey("client_id")
        && sent.containsKey("client_secret")) {
      offered =
          Optional.of(
              new ClientCredentials(sent.getFirst("client_id"), sent.getFirst("client_secret")));
    }
    return offered.flatMap(
        credentials ->
            clients
                .withId(credentials.clientId())
                .filter(client -> client.hasSecret(credentials.secret())));
  }

  private Response exchange(Client client, MultivaluedMap<String, String> sent) {
    String code = sent.getFirst("code");
    Optional<Issued> issued = codes.find(code);
    if (issued.isEmpty() || !issued.get().grant().client().clientId().equals(client.clientId())) {
      return invalidGrant("Invalid authorization code");
    }
    Grant grant = issued.get().grant();
    Call call = grant.callTo(SsoEndpoints.TOKEN);
    if (!behaviours.acts(Behaviour.CODIGO_REUTILIZAVEL, call) && codes.redeem(code).isEmpty()) {
      return invalidGrant("Invalid authorization code");
    }
    if (behaviours.acts(Behaviour.CODIGO_EXPIRADO, call)) {
      return invalidGrant("Authorization code expired");
    }
    if (!issued.get().redirectUri().equals(sent.getFirst("redirect_uri"))) {
      return invalidGrant("Redirect URI mismatch");
    }
    if (!behaviours.acts(Behaviour.PKCE_NAO_CONFERIDO, call)
        && !CodeVerifier.matches(sent.getFirst("code_verifier"), issued.get().codeChallenge())) {
      return invalidGrant("Invalid code verifier");
    }
    return tokens(grant, call);
  }

  private Response tokens(Grant grant, Call call) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", issuer.accessToken(grant, call));
    body.put("token_type", "Bearer");
    body.put("expires_in", issuer.announcedLifetime().toSeconds());
    body.put(
        "scope",
        behaviours.acts(Behaviour.ESCOPO_EM_LISTA, call)
            ? grant.scopes()
            : String.join(" ", grant.scopes()));
    if (grant.has("openid") && !behaviours.acts(Behaviour.SEM_ID_TOKEN, call)) {
      body.put("id_token", issuer.idToken(grant, call));
    }
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .build();
  }

  /** Only desks may do something in their own name (manual do balcão, 2021). */
  private Response inItsOwnName(Client client, String scope) {
    List<String> scopes = List.of(String.valueOf(scope).strip().split(" +", -1));
    boolean allowed =
        scopes.stream().allMatch(wanted -> wanted.startsWith(DESK_SCOPE))
            && client.notProvisioned(scopes).isEmpty();
    if (!allowed) {
      return noScopesOfItsOwn(client);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", issuer.serviceToken(client, scopes));
    body.put("token_type", "Bearer");
    body.put("expires_in", issuer.announcedLifetime().toSeconds());
    body.put("scope", String.join(" ", scopes));
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * Other services may ask for no scope in their own name, but gov.br then tells which ones they
   * have: a way to check a credential without a browser.
   */
  private static Response noScopesOfItsOwn(Client client) {
    return OAuthError.answer(
            400,
            "invalid_scope",
            "Invalid scope. Allowed: " + String.join(", ", client.escopos()),
            Map.of("scope", String.join(" ", client.escopos())))
        .build();
  }

  private Response badCredentials() {
    Response.ResponseBuilder answer =
        settings.chosen(Choice.SECRET_NO_BODY)
            ? Response.status(Response.Status.UNAUTHORIZED)
            : OAuthError.answer(401, "unauthorized", "Bad credentials");
    return answer.header("WWW-Authenticate", "Basic realm=\"gov.br\"").build();
  }

  private static Response invalidGrant(String description) {
    return OAuthError.answer(400, "invalid_grant", description).build();
  }
}
