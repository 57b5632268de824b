package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** "Autorização de uso de dados pessoais": asked once for each person and service. */
final class ConsentStage implements LoginStage {

  private final Consents consents;
  private final LoginPages pages;

  ConsentStage(Consents consents, LoginPages pages) {
    this.consents = consents;
    this.pages = pages;
  }

  @Override
  public boolean isDue(PendingLogin login, Persona persona) {
    return !login.request().ours() && !consents.has(persona, login.request().client());
  }

  @Override
  public Response.ResponseBuilder page(PendingLogin login, Persona persona) {
    return pages.consent(login, persona);
  }

  @Override
  public Outcome submit(PendingLogin login, Persona persona, MultivaluedMap<String, String> form) {
    String operation = form.getFirst("operation");
    if ("deny".equals(operation)) {
      return new Outcome.Abandon("User denied access");
    }
    if ("authorize".equals(operation)) {
      consents.give(persona, login.request().client());
    }
    return new Outcome.Continue(login);
  }
}
