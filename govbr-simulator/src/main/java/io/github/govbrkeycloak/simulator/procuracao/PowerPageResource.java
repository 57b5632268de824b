package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.SignIn;
import io.github.govbrkeycloak.simulator.procuracao.PowerPages.News;
import io.github.govbrkeycloak.simulator.procuracao.PowerPages.Visitor;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where citizens grant powers of attorney, revoke those they gave and renounce those they received.
 * gov.br's own page is not documented; this one has what its API knows. Each change answers with a
 * redirect, so that loading a page again repeats nothing.
 */
@Path(PowerPageResource.PATH)
public final class PowerPageResource {

  static final String PATH = "/procuracao";

  private static final String NAME = "Procurações";

  private final SignIn signIn;
  private final BrowserSessions sessions;
  private final Personas personas;
  private final PowersOfAttorney powers;
  private final OfferedServices offered;
  private final PowerRules rules;
  private final PowerPages pages;
  private final Issuer issuer;

  PowerPageResource(
      SignIn signIn,
      BrowserSessions sessions,
      Personas personas,
      PowersOfAttorney powers,
      OfferedServices offered,
      PowerRules rules,
      PowerPages pages,
      Issuer issuer) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.personas = personas;
    this.powers = powers;
    this.offered = offered;
    this.rules = rules;
    this.pages = pages;
    this.issuer = issuer;
  }

  /**
   * The citizen's powers.
   *
   * @param changed number of the one that has just changed, or {@code null}
   */
  @GET
  public Response list(
      @CookieParam(BrowserSessions.COOKIE) String cookie,
      @QueryParam("procuracao") String changed) {
    return asCitizen(
        cookie,
        visitor ->
            pages.list(
                200,
                visitor,
                Optional.ofNullable(changed)
                    .flatMap(powers::find)
                    .filter(power -> concerns(power, visitor.cpf()))
                    .map(power -> pages.newsOf(power, visitor))
                    .orElse(News.NONE)));
  }

  /** Signs the citizen out, for somebody else to sign in. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response leave(
      @CookieParam(BrowserSessions.COOKIE) String cookie, MultivaluedMap<String, String> form) {
    return asCitizen(
        cookie, form, visitor -> Redirect.to(issuer.path(PATH)).cookie(sessions.end(cookie)));
  }

  /** The form of a new power. */
  @GET
  @Path("/nova")
  public Response form(@CookieParam(BrowserSessions.COOKIE) String cookie) {
    return asCitizen(
        cookie, visitor -> pages.form(visitor, PowerForm.EMPTY, offered.all(), Map.of()));
  }

  /** Takes the form: to be looked through, to be mended, or to be granted. */
  @POST
  @Path("/nova")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response grant(
      @CookieParam(BrowserSessions.COOKIE) String cookie, MultivaluedMap<String, String> form) {
    return asCitizen(cookie, form, visitor -> grant(visitor, form));
  }

  /** Asks whether to end a power. */
  @GET
  @Path("/{id}/{ending:revogar|renunciar}")
  public Response ask(
      @CookieParam(BrowserSessions.COOKIE) String cookie,
      @PathParam("id") String id,
      @PathParam("ending") String segment) {
    return asCitizen(
        cookie,
        visitor ->
            find(id, ending(segment), visitor)
                .map(power -> pages.ending(visitor, power, ending(segment)))
                .orElseGet(() -> pages.unknown(visitor)));
  }

  /** Ends a power. */
  @POST
  @Path("/{id}/{ending:revogar|renunciar}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(
      @CookieParam(BrowserSessions.COOKIE) String cookie,
      @PathParam("id") String id,
      @PathParam("ending") String segment,
      MultivaluedMap<String, String> form) {
    return asCitizen(
        cookie,
        form,
        visitor ->
            find(id, ending(segment), visitor)
                .map(power -> end(visitor, power, ending(segment)))
                .orElseGet(() -> pages.unknown(visitor)));
  }

  /** What the address of an ending says. */
  static String segment(PowerEnding ending) {
    return ending.verb().toLowerCase(Locale.ROOT);
  }

  private static PowerEnding ending(String segment) {
    return segment.equals(segment(PowerEnding.REVOKE)) ? PowerEnding.REVOKE : PowerEnding.RENOUNCE;
  }

  private Response.ResponseBuilder grant(Visitor visitor, MultivaluedMap<String, String> sent) {
    PowerForm form = PowerForm.of(sent);
    String operation = String.valueOf(sent.getFirst("operation"));
    if (operation.equals("edit")) {
      return pages.form(visitor, form, offered.all(), Map.of());
    }
    PowerRules.Checked checked = rules.check(form, visitor.cpf());
    if (!checked.problems().isEmpty()) {
      return pages.form(visitor, form, offered.all(), checked.problems());
    }
    if (!operation.equals("grant")) {
      return pages.confirmation(visitor, checked);
    }
    PowerOfAttorney granted =
        powers.grant(
            visitor.cpf(),
            Cpf.of(checked.agent().orElseThrow().cpf()),
            checked.services(),
            Brasilia.endOf(checked.until().orElseThrow()));
    return toList(granted);
  }

  private Response.ResponseBuilder end(Visitor visitor, PowerOfAttorney power, PowerEnding ending) {
    return ending.end(powers, power)
        ? toList(power)
        : pages.list(409, visitor, pages.noLongerInForce(power));
  }

  private Response.ResponseBuilder toList(PowerOfAttorney changed) {
    return Redirect.to(issuer.path(PATH) + "?procuracao=" + changed.id());
  }

  /**
   * One that this person may end this way; those of others are as unknown as those there are not.
   */
  private Optional<PowerOfAttorney> find(String id, PowerEnding ending, Visitor visitor) {
    return powers.find(id).filter(ending.open(powers, visitor.cpf())::contains);
  }

  private static boolean concerns(PowerOfAttorney power, Cpf person) {
    return power.outorgante().equals(person.digits()) || power.procurador().equals(person.digits());
  }

  private Optional<Visitor> visitor(String cookie) {
    return signIn
        .session(cookie)
        .flatMap(
            session ->
                session
                    .signedIn()
                    .flatMap(who -> personas.withCpf(who.cpf()))
                    .map(persona -> new Visitor(session, persona)));
  }

  private Response asCitizen(String cookie, Function<Visitor, Response.ResponseBuilder> page) {
    return visitor(cookie)
        .map(page)
        .orElseGet(() -> signIn.thenReturnTo(cookie, NAME, PATH))
        .build();
  }

  private Response asCitizen(
      String cookie,
      MultivaluedMap<String, String> form,
      Function<Visitor, Response.ResponseBuilder> action) {
    return asCitizen(
        cookie,
        visitor ->
            visitor.session().issued(form.getFirst("_csrf"))
                ? action.apply(visitor)
                : pages.forged());
  }
}
