package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.SignIn;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
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
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The catalogue. A citizen whose account has what the service demands is sent back at once, to the
 * registered address and with nothing added: no code, no state. gov.br does not say what happens to
 * those who give up; here they come back the same way.
 */
@Path(CatalogoResource.PATH)
public final class CatalogoResource {

  static final String PATH = "/catalogo";

  private static final String NAME = "Catálogo de selos";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.ofHours(-3));

  private final VisitRules rules;
  private final SignIn signIn;
  private final Personas personas;
  private final CatalogoPages pages;
  private final Settings settings;
  private final Issuer issuer;
  private final Clock clock;

  CatalogoResource(
      VisitRules rules,
      SignIn signIn,
      Personas personas,
      CatalogoPages pages,
      Settings settings,
      Issuer issuer,
      Clock clock) {
    this.rules = rules;
    this.signIn = signIn;
    this.personas = personas;
    this.pages = pages;
    this.settings = settings;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** The way in. */
  @GET
  public Response enter(@Context UriInfo uri, @CookieParam(BrowserSessions.COOKIE) String cookie) {
    try {
      return enter(rules.check(uri.getQueryParameters()), cookie).build();
    } catch (VisitRules.Refusal refusal) {
      return pages.refused(refusal.getMessage()).build();
    }
  }

  /** The way in by POST; the parameters are in the query here too. */
  @POST
  public Response enterByPost(
      @Context UriInfo uri, @CookieParam(BrowserSessions.COOKIE) String cookie) {
    return enter(uri, cookie);
  }

  /** What the citizen does at the catalogue. */
  @POST
  @Path("/via")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(
      @Context UriInfo uri,
      @CookieParam(BrowserSessions.COOKIE) String cookie,
      MultivaluedMap<String, String> form) {
    try {
      Visit visit = rules.check(uri.getQueryParameters());
      Optional<BrowserSession> session = signIn.session(cookie);
      if (session.isEmpty()) {
        return toLogin(visit, cookie).build();
      }
      return session.get().issued(form.getFirst("_csrf"))
          ? act(visit, session.get(), form).build()
          : pages.forged().build();
    } catch (VisitRules.Refusal refusal) {
      return pages.refused(refusal.getMessage()).build();
    }
  }

  private Response.ResponseBuilder enter(Visit visit, String cookie) {
    Optional<BrowserSession> session = signIn.session(cookie);
    return session.isEmpty() ? toLogin(visit, cookie) : show(visit, session.get(), "");
  }

  private Response.ResponseBuilder toLogin(Visit visit, String cookie) {
    return signIn.thenReturnTo(cookie, NAME, PATH + visit.query());
  }

  private Response.ResponseBuilder show(Visit visit, BrowserSession session, String news) {
    Persona persona = personOf(session);
    return visit.returnTo().isPresent() && visit.isSatisfiedBy(persona)
        ? Redirect.to(visit.returnTo().get())
        : pages.account(visit, persona, session, news);
  }

  private Response.ResponseBuilder act(
      Visit visit, BrowserSession session, MultivaluedMap<String, String> form) {
    String operation = String.valueOf(form.getFirst("operation"));
    if (operation.equals("cancel")) {
      return Redirect.to(visit.returnTo().orElse(issuer.path("/")));
    }
    Optional<Way> way = Way.to(form.getFirst("via"), settings);
    if (way.isEmpty()) {
      return show(visit, session, "");
    }
    return switch (operation) {
      case "succeed" -> {
        obtain(session, way.get());
        yield show(visit, session, "Selo obtido: " + way.get().selo().title() + ".");
      }
      case "fail" ->
          pages.account(
              visit,
              personOf(session),
              session,
              "Não deu certo: o selo não foi obtido e sua conta continua como estava.");
      case "back" -> show(visit, session, "");
      default -> pages.way(visit, personOf(session), session, way.get());
    };
  }

  private void obtain(BrowserSession session, Way way) {
    personas.change(
        cpfOf(session),
        person ->
            person.withSelo(way.selo().id(), DATE.format(clock.instant()), way.selo().nivel()));
  }

  private Persona personOf(BrowserSession session) {
    return personas.withCpf(cpfOf(session)).orElseThrow();
  }

  private static Cpf cpfOf(BrowserSession session) {
    return session.signedIn().orElseThrow().cpf();
  }
}
