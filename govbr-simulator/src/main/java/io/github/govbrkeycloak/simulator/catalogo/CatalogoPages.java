package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of the catalogue. */
final class CatalogoPages {

  /** A seal of the account as the page shows it. */
  public record Obtained(String title, String level, String date) {}

  private static final int DATE_LENGTH = "2025-08-19".length();

  private final Pages pages;
  private final Issuer issuer;
  private final Settings settings;

  CatalogoPages(Pages pages, Issuer issuer, Settings settings) {
    this.pages = pages;
    this.issuer = issuer;
    this.settings = settings;
  }

  /** What the account has, what is missing, and the ways up. */
  Response.ResponseBuilder account(
      Visit visit, Persona persona, BrowserSession session, String news) {
    Map<String, Object> model = model(visit, persona, session);
    model.put("novidade", news);
    model.put("selos", persona.selos().stream().map(id -> obtained(persona, id)).toList());
    model.put("faltam", visit.missing(persona));
    model.put("pedido", !visit.service().isEmpty());
    model.put("vias", Way.all(settings));
    return pages.answer(200, "catalogo", model);
  }

  /** Asks how the way shall end. */
  Response.ResponseBuilder way(Visit visit, Persona persona, BrowserSession session, Way way) {
    Map<String, Object> model = model(visit, persona, session);
    model.put("via", way);
    return pages.answer(200, "catalogo-via", model);
  }

  Response.ResponseBuilder refused(String reason) {
    return pages.answer(400, "recusa", Map.of("erro", "catalogo", "descricao", reason));
  }

  Response.ResponseBuilder forged() {
    return pages.answer(403, "formulario-recusado", Map.of());
  }

  private Map<String, Object> model(Visit visit, Persona persona, BrowserSession session) {
    Map<String, Object> model = new HashMap<>();
    model.put("acao", issuer.path(CatalogoResource.PATH + "/via") + visit.query());
    model.put("csrf", session.csrfToken());
    model.put("servico", visit.service().orElse(""));
    model.put("persona", persona);
    return model;
  }

  private static Obtained obtained(Persona persona, String id) {
    Selo selo = Selo.of(id);
    List<String> date = List.of(persona.dateOf(id).substring(0, DATE_LENGTH).split("-", -1));
    return new Obtained(
        selo.title(), selo.nivel().title(), date.get(2) + "/" + date.get(1) + "/" + date.get(0));
  }
}
