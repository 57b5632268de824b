package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.login.PendingLogin.Capacity;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.sso.LoginStage;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an agent on whose behalf to sign in. gov.br does not document when it asks; here it does if
 * the service asked for a scope of powers of attorney, or where those scopes are not needed.
 */
final class CapacityStage implements LoginStage {

  private static final String OWN = "own";

  private final PowersOfAttorney powers;
  private final Personas personas;
  private final Settings settings;
  private final Pages pages;
  private final Issuer issuer;

  CapacityStage(
      PowersOfAttorney powers, Personas personas, Settings settings, Pages pages, Issuer issuer) {
    this.powers = powers;
    this.personas = personas;
    this.settings = settings;
    this.pages = pages;
    this.issuer = issuer;
  }

  @Override
  public boolean isDue(PendingLogin login, Persona persona) {
    return login.capacity().isEmpty()
        && !login.request().ours()
        && concernsPowers(login)
        && !grantors(login, persona).isEmpty();
  }

  @Override
  public Response.ResponseBuilder page(PendingLogin login, Persona persona) {
    List<Persona> grantors =
        grantors(login, persona).stream().flatMap(cpf -> personas.withCpf(cpf).stream()).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("acao", LoginAddress.of(issuer, login));
    model.put("csrf", login.session().csrfToken());
    model.put("servico", login.request().client().nome());
    model.put("pessoa", persona);
    model.put("representados", grantors);
    return pages.answer(200, "procurador", model);
  }

  @Override
  public Outcome submit(PendingLogin login, Persona persona, MultivaluedMap<String, String> form) {
    if ("cancel".equals(form.getFirst("operation"))) {
      return new Outcome.Abandon("User canceled the login");
    }
    String chosen = form.getFirst("capacity");
    if (OWN.equals(chosen)) {
      return new Outcome.Continue(login.in(new Capacity(Optional.empty())));
    }
    return Cpf.parse(chosen)
        .filter(grantors(login, persona)::contains)
        .<Outcome>map(grantor -> new Outcome.Continue(login.in(new Capacity(Optional.of(grantor)))))
        .orElseGet(() -> new Outcome.Show(page(login, persona)));
  }

  private boolean concernsPowers(PendingLogin login) {
    return settings.chosen(Choice.POWER_SCOPES_NOT_REQUIRED)
        || login.request().scopes().stream().anyMatch(scope -> scope.startsWith("poav"));
  }

  private List<Cpf> grantors(PendingLogin login, Persona persona) {
    return powers.grantorsOf(Cpf.of(persona.cpf()), login.request().client().clientId());
  }
}
