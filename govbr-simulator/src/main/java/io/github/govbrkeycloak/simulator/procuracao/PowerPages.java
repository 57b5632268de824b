package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.procuracao.PowerOfAttorney.Service;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages on which citizens grant, revoke and renounce. */
final class PowerPages {

  /**
   * A power of attorney as the pages show it.
   *
   * @param person the other one of the two people
   * @param cpf that person's, masked
   * @param status in words
   * @param open whether it is in force
   */
  public record Shown(
      long number,
      String person,
      String cpf,
      List<Service> services,
      String status,
      boolean open,
      String since,
      String until) {}

  /**
   * Who looks.
   *
   * @param persona whose powers these are
   */
  record Visitor(BrowserSession session, Persona persona) {

    Cpf cpf() {
      return Cpf.of(persona.cpf());
    }
  }

  /** What came of a form: good news, or why nothing changed. */
  public record News(boolean good, String title, String text) {

    static final News NONE = new News(true, "", "");
  }

  private final Pages pages;
  private final PowersOfAttorney powers;
  private final Personas personas;
  private final Issuer issuer;
  private final Clock clock;

  PowerPages(Pages pages, PowersOfAttorney powers, Personas personas, Issuer issuer, Clock clock) {
    this.pages = pages;
    this.powers = powers;
    this.personas = personas;
    this.issuer = issuer;
    this.clock = clock;
  }

  Response.ResponseBuilder list(int status, Visitor visitor, News news) {
    Map<String, Object> model = model(visitor, "");
    model.put("novidade", news);
    model.put("dadas", powers.givenBy(visitor.cpf()).stream().map(this::given).toList());
    model.put("recebidas", powers.givenTo(visitor.cpf()).stream().map(this::received).toList());
    return pages.answer(status, "procuracoes", model);
  }

  Response.ResponseBuilder form(
      Visitor visitor, PowerForm form, List<Service> offered, Map<String, String> problems) {
    Map<String, Object> model = model(visitor, "/nova");
    model.put("preenchido", form);
    model.put("servicos", offered);
    model.put("problemas", problems);
    model.put("hoje", Brasilia.today(clock).toString());
    return pages.answer(problems.isEmpty() ? 200 : 400, "procuracao-nova", model);
  }

  Response.ResponseBuilder confirmation(Visitor visitor, PowerRules.Checked checked) {
    Map<String, Object> model = model(visitor, "/nova");
    Persona agent = checked.agent().orElseThrow();
    model.put("procurador", agent.displayName());
    model.put("cpf", Cpf.of(agent.cpf()).formatted());
    model.put("servicos", checked.services());
    model.put("dia", Brasilia.day(checked.until().orElseThrow()));
    model.put("ate", checked.until().orElseThrow().toString());
    return pages.answer(200, "procuracao-conferir", model);
  }

  Response.ResponseBuilder ending(Visitor visitor, PowerOfAttorney power, PowerEnding ending) {
    Map<String, Object> model =
        model(visitor, "/" + power.id() + "/" + PowerPageResource.segment(ending));
    model.put("procuracao", ending == PowerEnding.REVOKE ? given(power) : received(power));
    model.put("fim", ending);
    return pages.answer(200, "procuracao-encerrar", model);
  }

  Response.ResponseBuilder unknown(Visitor visitor) {
    return pages.answer(404, "procuracao-ausente", model(visitor, ""));
  }

  Response.ResponseBuilder forged() {
    return pages.answer(403, "formulario-recusado", Map.of());
  }

  /** What has become of a power, told from what is so and not from what was asked for. */
  News newsOf(PowerOfAttorney power, Visitor visitor) {
    boolean mine = power.outorgante().equals(visitor.persona().cpf());
    Shown shown = mine ? given(power) : received(power);
    String who =
        mine
            ? shown.person() + " pode agir em seu nome"
            : "Você pode agir em nome de " + shown.person();
    return new News(
        true,
        title(power),
        shown.open() ? who + " até " + shown.until() + "." : shown.status() + ".");
  }

  /** Why nothing was ended. */
  News noLongerInForce(PowerOfAttorney power) {
    return new News(false, title(power), "Já não estava em vigor, e nada mudou.");
  }

  private static String title(PowerOfAttorney power) {
    return "Procuração nº " + power.id() + ".";
  }

  private Map<String, Object> model(Visitor visitor, String path) {
    Map<String, Object> model = new HashMap<>();
    model.put("inicio", issuer.path(PowerPageResource.PATH));
    model.put("acao", issuer.path(PowerPageResource.PATH + path));
    model.put("csrf", visitor.session().csrfToken());
    model.put("pessoa", visitor.persona());
    return model;
  }

  private Shown given(PowerOfAttorney power) {
    return shown(power, Cpf.of(power.procurador()));
  }

  private Shown received(PowerOfAttorney power) {
    return shown(power, Cpf.of(power.outorgante()));
  }

  private Shown shown(PowerOfAttorney power, Cpf other) {
    return new Shown(
        power.id(),
        personas.withCpf(other).map(Persona::displayName).orElse("Pessoa sem conta"),
        other.masked(),
        power.servicos(),
        power.statusAt(clock.instant()).title(),
        power.isActiveAt(clock.instant()),
        Brasilia.day(power.statusSince(clock.instant())),
        Brasilia.day(power.expiraEm()));
  }
}
