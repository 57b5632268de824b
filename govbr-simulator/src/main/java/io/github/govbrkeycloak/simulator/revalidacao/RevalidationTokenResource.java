package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.sso.ClientCredentials;
import io.github.govbrkeycloak.simulator.sso.OAuthError;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys;
import io.github.govbrkeycloak.simulator.tokens.TokenIssuer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tokens and keys of the older host. There is no ID token: {@code sub} says who it was. */
@Path(RevalidationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class RevalidationTokenResource {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Clients clients;
  private final RevalidationCodes codes;
  private final SigningKeys keys;
  private final TokenIssuer tokens;
  private final Personas personas;
  private final Issuer issuer;
  private final Clock clock;

  RevalidationTokenResource(
      Clients clients,
      RevalidationCodes codes,
      SigningKeys keys,
      TokenIssuer tokens,
      Personas personas,
      Issuer issuer,
      Clock clock) {
    this.clients = clients;
    this.codes = codes;
    this.keys = keys;
    this.tokens = tokens;
    this.personas = personas;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** The key set; the address ends in {@code jwks} here. */
  @GET
  @Path("/jwks")
  public Map<String, Object> jwks() {
    Map<String, Object> key = keys.publicJwk(SigningKeys.Which.REVALIDATION);
    key.put("kid", SigningKeys.REVALIDATION_KID);
    return Map.of("keys", List.of(key));
  }

  /** Exchanges a code for a token; parameters in a form, and those in the query count too. */
  @POST
  @Path("/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response byForm(
      @HeaderParam("Authorization") String authorization,
      @Context UriInfo uri,
      MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    sent.putAll(uri.getQueryParameters());
    sent.putAll(form);
    return token(authorization, sent);
  }

  /** The same with parameters in the query alone, as the document of 2021 shows it. */
  @POST
  @Path("/token")
  @Consumes(MediaType.WILDCARD)
  public Response byQuery(
      @HeaderParam("Authorization") String authorization, @Context UriInfo uri) {
    return token(authorization, uri.getQueryParameters());
  }

  private Response token(String authorization, MultivaluedMap<String, String> sent) {
    Optional<Client> client =
        ClientCredentials.inHeader(authorization)
            .flatMap(
                offered ->
                    clients
                        .withId(offered.clientId())
                        .filter(known -> known.hasSecret(offered.secret())))
            .filter(known -> known.escopos().contains(RevalidationRequest.SCOPE));
    if (client.isEmpty()) {
      return OAuthError.answer(401, "unauthorized", "Bad credentials").build();
    }
    if (!"authorization_code".equals(sent.getFirst("grant_type"))) {
      return OAuthError.answer(400, "unsupported_grant_type", "Unsupported grant type").build();
    }
    return codes
        .redeem(sent.getFirst("code"))
        .filter(issued -> issued.clientId().equals(client.get().clientId()))
        .filter(issued -> issued.redirectUri().equals(sent.getFirst("redirect_uri")))
        .map(this::answer)
        .orElseGet(
            () -> OAuthError.answer(400, "invalid_grant", "Invalid authorization code").build());
  }

  private Response answer(RevalidationCodes.Issued issued) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", accessToken(issued));
    body.put("token_type", "Bearer");
    body.put("expires_in", LIFETIME.toSeconds());
    return Response.ok(body).header("Cache-Control", "no-store").build();
  }

  private String accessToken(RevalidationCodes.Issued issued) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", issued.cpf().digits());
    claims.put("aud", issued.clientId());
    claims.put("iss", issuer.name());
    claims.put("scope", List.of(RevalidationRequest.SCOPE));
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return tokens.revalidationToken(claims, callOf(issued));
  }

  private Call callOf(RevalidationCodes.Issued issued) {
    return new Call(
        RevalidacaoSurface.TOKEN.name(),
        Optional.of(issued.clientId()),
        personas.withCpf(issued.cpf()).map(Persona::id),
        Optional.empty());
  }
}
