package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;

/**
 * The facade: what applications ask of gov.br after a login, with a token of this realm, each part
 * below the alias of the identity provider through which the person signed in.
 *
 * <p>No {@code @Path} on the class: the server would take it for a bean of its own and not start.
 */
public final class FacadeResource {

  private final KeycloakSession session;
  private final GovBrCalls calls;
  private final Pace pace;

  FacadeResource(KeycloakSession session, GovBrCalls calls, Pace pace) {
    this.session = session;
    this.calls = calls;
    this.pace = pace;
  }

  /** What gov.br told at the login. */
  @Path("{alias}/conta")
  public AccountResource account(@PathParam("alias") String alias) {
    return new AccountResource(request(alias));
  }

  /** The person's photo. */
  @Path("{alias}/foto")
  public PhotoResource photo(@PathParam("alias") String alias) {
    return new PhotoResource(request(alias));
  }

  /** The person's companies. */
  @Path("{alias}/empresas")
  public CompaniesResource companies(@PathParam("alias") String alias) {
    return new CompaniesResource(request(alias));
  }

  /** The certificate that the person used. */
  @Path("{alias}/certificado")
  public CertificateResource certificate(@PathParam("alias") String alias) {
    return new CertificateResource(request(alias));
  }

  /** The powers of attorney with which the person acts. */
  @Path("{alias}/procuracoes")
  public PowersResource powers(@PathParam("alias") String alias) {
    return new PowersResource(request(alias));
  }

  private FacadeRequest request(String alias) {
    return new FacadeRequest(session, calls, pace, alias);
  }
}
