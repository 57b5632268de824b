package io.github.govbrkeycloak.simulator.conecta;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.sso.ClientCredentials;
import io.github.govbrkeycloak.simulator.sso.OAuthError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where an agency's system gets a token of the Conecta gateway. */
@Path("/conecta/oauth2/jwt-token")
@Produces(MediaType.APPLICATION_JSON)
public final class ConectaTokenResource {

  private final Clients clients;
  private final ConectaTokens tokens;

  ConectaTokenResource(Clients clients, ConectaTokens tokens) {
    this.clients = clients;
    this.tokens = tokens;
  }

  /** A token of two hours. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response token(
      @HeaderParam("Authorization") String authorization,
      @FormParam("grant_type") String grantType,
      @Context HttpServletRequest request) {
    Optional<Client> client =
        ClientCredentials.inHeader(authorization)
            .flatMap(
                offered ->
                    clients
                        .withId(offered.clientId())
                        .filter(known -> known.hasSecret(offered.secret())))
            .filter(known -> known.escopos().contains(ConectaTokens.SCOPE));
    if (client.isEmpty()) {
      return OAuthError.answer(401, "invalid_client", "Client authentication failed").build();
    }
    if (!client.get().mayCallFrom(request.getRemoteAddr())) {
      return OAuthError.answer(403, "access_denied", "Caller IP is not registered").build();
    }
    if (!"client_credentials".equals(grantType)) {
      return OAuthError.answer(400, "unsupported_grant_type", "Unsupported grant type").build();
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", tokens.issue(client.get()));
    body.put("token_type", "Bearer");
    body.put("expires_in", ConectaTokens.LIFETIME.toSeconds());
    return Response.ok(body).header("Cache-Control", "no-store").build();
  }
}
