package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Whoever got a password at a desk must choose one of their own at first use (manual do balcão).
 * gov.br does not publish its password rules; ours is a length.
 */
final class PasswordChangeStage implements LoginStage {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 70;

  private final Personas personas;
  private final LoginPages pages;

  PasswordChangeStage(Personas personas, LoginPages pages) {
    this.personas = personas;
    this.pages = pages;
  }

  @Override
  public boolean isDue(PendingLogin login, Persona persona) {
    return persona.senhaTemporaria();
  }

  @Override
  public Response.ResponseBuilder page(PendingLogin login, Persona persona) {
    return pages.newPassword(login, null);
  }

  @Override
  public Outcome submit(PendingLogin login, Persona persona, MultivaluedMap<String, String> form) {
    if ("cancel".equals(form.getFirst("operation"))) {
      return new Outcome.Abandon("User canceled the login");
    }
    String password = String.valueOf(form.getFirst("newPassword"));
    String error = error(password, form.getFirst("repeatedPassword"), persona);
    if (error != null) {
      return new Outcome.Show(pages.newPassword(login, error));
    }
    personas.change(Cpf.of(persona.cpf()), account -> account.withSenha(password, false));
    return new Outcome.Continue(login);
  }

  private static String error(String password, String repeated, Persona persona) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return "A senha precisa ter de 8 a 70 letras, números ou símbolos.";
    }
    if (password.equals(persona.senha())) {
      return "A senha nova precisa ser diferente da senha que você recebeu.";
    }
    return password.equals(repeated) ? null : "As duas senhas não são iguais. Digite de novo.";
  }
}
