package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * The facade: for applications with a token of this realm whose audience is the client {@code
 * govbr}, and that has a role of that client for each resource.
 *
 * <p>No {@code @Path} on the class: the server would take it for a bean of its own and not start.
 */
public final class FacadeResource {

  private static final Logger LOG = Logger.getLogger(FacadeResource.class);

  /** The client whose roles open the resources. */
  private static final String AUDIENCE = "govbr";

  private static final String PHOTO_ROLE = "foto";

  private final KeycloakSession session;
  private final GovBrCalls calls;

  FacadeResource(KeycloakSession session, GovBrCalls calls) {
    this.session = session;
    this.calls = calls;
  }

  /**
   * The photo of the person whose token it is, as gov.br has it now.
   *
   * @param alias the identity provider through which the person signed in
   */
  @GET
  @Path("{alias}/foto")
  public Response foto(@PathParam("alias") String alias) {
    AuthResult caller =
        new AppAuthManager.BearerTokenAuthenticator(session).setAudience(AUDIENCE).authenticate();
    if (caller == null) {
      return Problem.NOT_AUTHENTICATED
          .response()
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
          .build();
    }
    if (!mayRead(caller.token(), PHOTO_ROLE)) {
      return Problem.NOT_ALLOWED.response().build();
    }
    return provider(alias)
        .map(config -> foto(config, caller.session()))
        .orElseGet(() -> Problem.NO_SUCH_PROVIDER.response().build());
  }

  private static boolean mayRead(AccessToken token, String role) {
    return Optional.ofNullable(token.getResourceAccess(AUDIENCE))
        .filter(access -> access.isUserInRole(role))
        .isPresent();
  }

  private Optional<GovBrConfig> provider(String alias) {
    return Optional.ofNullable(session.identityProviders().getByAlias(alias))
        .filter(
            model ->
                model.isEnabled()
                    && GovBrIdentityProviderFactory.PROVIDER_ID.equals(model.getProviderId()))
        .map(GovBrConfig::new);
  }

  private Response foto(GovBrConfig config, UserSessionModel login) {
    return KeptToken.of(session.singleUseObjects(), login, config.getAlias())
        .map(token -> answer(ask(config, token)))
        .orElseGet(() -> Problem.SESSION_EXPIRED.response().build());
  }

  private Result<Photo> ask(GovBrConfig config, KeptToken token) {
    return calls.fetch(
        config.getInternalId(),
        session.getProvider(HttpClientProvider.class).getHttpClient(),
        Request.get(
            Api.PICTURE,
            config.ssoUrl(),
            "/userinfo/picture",
            token.value(),
            "image/*",
            Photo::read),
        Instant.now().plus(config.facts().deadline().orElse(calls.extrasDeadline())));
  }

  private static Response answer(Result<Photo> result) {
    return switch (result.outcome()) {
      case OK -> result.value().map(FacadeResource::image).orElseThrow();
      case NOT_FOUND -> Problem.NO_PHOTO.response().build();
      // The only thing that gov.br can refuse here is the token.
      case REFUSED -> Problem.SESSION_EXPIRED.response().build();
      case BUSY -> Problem.TOO_MANY_WAIT.response().build();
      default -> {
        LOG.warnf("GOVBR-515 gov.br's picture gave no answer: %s", result.outcome().word());
        yield Problem.NO_ANSWER.response().build();
      }
    };
  }

  private static Response image(Photo photo) {
    return Response.ok(photo.bytes(), photo.type())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
