package io.github.govbrkeycloak.example.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses callers of a lower level in the words of RFC 9470, by which an application knows that it
 * has to ask Keycloak for a token of a higher one.
 */
@Provider
@MinimumPrata
public class MinimumPrataFilter implements ContainerRequestFilter {

  private static final String CHALLENGE =
      "Bearer error=\"insufficient_user_authentication\","
          + " error_description=\"A higher level of the gov.br account is needed\","
          + " acr_values=\"prata\"";

  @Override
  public void filter(ContainerRequestContext request) {
    if (!Caller.of(request.getSecurityContext()).has("prata")) {
      request.abortWith(
          Response.status(Response.Status.UNAUTHORIZED)
              .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
              .type(Problem.MEDIA_TYPE)
              .entity(Problem.LEVEL.json())
              .build());
    }
  }
}
