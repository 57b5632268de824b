package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Request;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The photo of the person, as gov.br has it now. */
public final class PhotoResource {

  private static final String WARNING = "GOVBR-515 gov.br's picture gave no answer";

  private final FacadeRequest request;

  PhotoResource(FacadeRequest request) {
    this.request = request;
  }

  /** An image, never anything else. */
  @GET
  public Response photo() {
    return request.answer(FacadePart.PHOTO, person -> image(read(person)));
  }

  private static Photo read(PersonAsked person) {
    Request<Photo> picture =
        Request.get(
            Api.PICTURE,
            person.config().ssoUrl(),
            "/userinfo/picture",
            person.token().value(),
            "image/*",
            Photo::read);
    return PersonAsked.told(person.ask(picture), Problem.NO_PHOTO, WARNING);
  }

  private static Response image(Photo photo) {
    return Response.ok(photo.bytes(), photo.type())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, PersonalJson.KEPT_BY_NOBODY)
        .build();
  }
}
