package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Signing up and recovering a password. Both happen in other systems of gov.br, which forget the
 * request: the person ends at the start address of the service ("URL de lançador de serviços"), not
 * at its return address.
 */
final class Detours {

  private static final int SHORTEST = 8;

  private final Personas personas;
  private final PendingLogins logins;
  private final WrongPasswords wrongPasswords;
  private final LoginPages pages;

  Detours(
      Personas personas, PendingLogins logins, WrongPasswords wrongPasswords, LoginPages pages) {
    this.personas = personas;
    this.logins = logins;
    this.wrongPasswords = wrongPasswords;
    this.pages = pages;
  }

  /** The page where a new password is chosen, for a CPF typed before or there. */
  Response.ResponseBuilder show(PendingLogin login) {
    return pages.detour(login, "");
  }

  /** Makes the account usable, forgets the request, and leaves the person at the start address. */
  Response.ResponseBuilder finish(PendingLogin login, MultivaluedMap<String, String> form) {
    Optional<Cpf> cpf = login.account().or(() -> Cpf.parse(form.getFirst("accountId")));
    Optional<Persona> person = cpf.flatMap(personas::withCpf);
    String password = String.valueOf(form.getFirst("newPassword"));
    if (cpf.isEmpty()) {
      return pages.detour(login, "CPF inválido. Confira os 11 números e tente de novo.");
    }
    if (person.isEmpty()) {
      return pages.detour(login, "Nenhuma pessoa fictícia tem este CPF.");
    }
    if (password.length() < SHORTEST) {
      return pages.detour(login, "A senha precisa ter 8 letras, números ou símbolos.");
    }
    personas.change(cpf.get(), account -> account.withSenha(password, false));
    wrongPasswords.forget(cpf.get());
    logins.end(login);
    String launcher = login.request().client().lancador();
    return launcher == null ? pages.noLauncher(login) : Redirect.to(launcher);
  }
}
