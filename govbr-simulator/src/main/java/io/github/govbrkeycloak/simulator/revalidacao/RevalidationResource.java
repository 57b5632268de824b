package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.login.BrowserSession.SignedIn;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/**
 * Asks a citizen for the password again (roteiro of 2021, "validação de senha"; the newer ones do
 * not mention it, yet it is in use). Whoever is signed in at gov.br only types the password.
 */
@Path(RevalidationResource.PATH)
public final class RevalidationResource {

  static final String PATH = "/oauth/v1";

  private final Clients clients;
  private final Personas personas;
  private final BrowserSessions sessions;
  private final RevalidationCodes codes;
  private final RevalidationPages pages;

  RevalidationResource(
      Clients clients,
      Personas personas,
      BrowserSessions sessions,
      RevalidationCodes codes,
      RevalidationPages pages) {
    this.clients = clients;
    this.personas = personas;
    this.sessions = sessions;
    this.codes = codes;
    this.pages = pages;
  }

  /** Shows the page. */
  @GET
  @Path("/authorize")
  public Response authorize(
      @Context UriInfo uri, @CookieParam(BrowserSessions.COOKIE) String cookie) {
    Optional<RevalidationRequest> request =
        RevalidationRequest.of(uri.getQueryParameters(), clients);
    if (request.isEmpty()) {
      return pages.refused().build();
    }
    if (!request.get().hasTheScope()) {
      return request
          .get()
          .returnAddress()
          .withError("invalid_scope", "Invalid scope: expected " + RevalidationRequest.SCOPE)
          .build();
    }
    Optional<BrowserSession> known = sessions.find(cookie);
    BrowserSession session = known.orElseGet(BrowserSession::new);
    Response.ResponseBuilder page = pages.password(request.get(), session, "");
    return known.isPresent() ? page.build() : page.cookie(sessions.issueCookie(session)).build();
  }

  /** Takes the password. */
  @POST
  @Path("/authorize")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(
      @Context UriInfo uri,
      @CookieParam(BrowserSessions.COOKIE) String cookie,
      MultivaluedMap<String, String> form) {
    Optional<RevalidationRequest> request =
        RevalidationRequest.of(uri.getQueryParameters(), clients);
    if (request.isEmpty()) {
      return pages.refused().build();
    }
    Optional<BrowserSession> session = sessions.find(cookie);
    if (session.isEmpty() || !session.get().issued(form.getFirst("_csrf"))) {
      return pages.forged().build();
    }
    if ("cancel".equals(form.getFirst("operation"))) {
      return request.get().returnAddress().withError("access_denied", "User canceled").build();
    }
    return answer(request.get(), session.get(), form).build();
  }

  private Response.ResponseBuilder answer(
      RevalidationRequest request, BrowserSession session, MultivaluedMap<String, String> form) {
    Optional<Cpf> cpf =
        session.signedIn().map(SignedIn::cpf).or(() -> Cpf.parse(form.getFirst("accountId")));
    return cpf.filter(typed -> hasPassword(typed, form.getFirst("password")))
        .map(
            typed ->
                request
                    .returnAddress()
                    .withCode(
                        codes.issue(
                            new RevalidationCodes.Issued(
                                request.client().clientId(), typed, request.redirectUri()))))
        .orElseGet(
            () -> pages.password(request, session, "CPF ou senha inválidos. Tente de novo."));
  }

  private boolean hasPassword(Cpf cpf, String password) {
    return personas.withCpf(cpf).filter(person -> person.senha().equals(password)).isPresent();
  }
}
