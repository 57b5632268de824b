package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.BrowserSession.SignedIn;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;

/** The steps of a login: the CPF, the password, the consent. */
final class LoginSteps {

  private final Personas personas;
  private final PendingLogins logins;
  private final BrowserSessions sessions;
  private final LoginCompletion completion;
  private final LoginPages pages;
  private final Issuer issuer;
  private final Clock clock;

  LoginSteps(
      Personas personas,
      PendingLogins logins,
      BrowserSessions sessions,
      LoginCompletion completion,
      LoginPages pages,
      Issuer issuer,
      Clock clock) {
    this.personas = personas;
    this.logins = logins;
    this.sessions = sessions;
    this.completion = completion;
    this.pages = pages;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** The page of the step a login is at, or the way back if none is left. */
  Response.ResponseBuilder show(PendingLogin login) {
    Optional<Persona> person = completion.personOf(login);
    if (person.isPresent()) {
      return completion
          .dueStage(login)
          .map(stage -> stage.page(login, person.get()))
          .orElseGet(() -> completion.continueFrom(login));
    }
    return login
        .account()
        .map(cpf -> pages.password(login, cpf, null))
        .orElseGet(() -> pages.account(login, "", null));
  }

  /** What follows from a form; its {@code operation} is the button pressed. */
  Response.ResponseBuilder submit(
      PendingLogin login, MultivaluedMap<String, String> form, String cookie) {
    Optional<LoginStage> due = completion.dueStage(login);
    if (due.isPresent()) {
      return answerTo(due.get(), login, form);
    }
    if (form.containsKey("persona")) {
      return choosePersona(login, form.getFirst("persona"), cookie);
    }
    return switch (String.valueOf(form.getFirst("operation"))) {
      case "enter-account-id" -> enterAccount(login, form.getFirst("accountId"));
      case "change-account-id" -> goTo(login.withAccount(Optional.empty()));
      case "enter-password" -> enterPassword(login, form.getFirst("password"), cookie);
      case "cancel" -> completion.abandon(login, "User canceled the login");
      default -> show(login);
    };
  }

  private Response.ResponseBuilder enterAccount(PendingLogin login, String typed) {
    Optional<Cpf> cpf = Cpf.parse(typed);
    if (cpf.isEmpty()) {
      return pages.account(login, typed, "CPF inválido. Confira os 11 números e tente de novo.");
    }
    if (cpf.flatMap(personas::withCpf).isEmpty()) {
      return pages.account(
          login, typed, "Nenhuma pessoa fictícia tem este CPF. Use um dos CPFs desta página.");
    }
    return goTo(login.withAccount(cpf));
  }

  private Response.ResponseBuilder enterPassword(
      PendingLogin login, String password, String cookie) {
    if (login.account().isEmpty()) {
      return show(login);
    }
    Cpf cpf = login.account().get();
    return personas
        .withCpf(cpf)
        .filter(persona -> persona.senha().equals(password))
        .map(persona -> signIn(login, persona, cookie))
        .orElseGet(() -> pages.password(login, cpf, "CPF ou senha inválidos. Tente de novo."));
  }

  private Response.ResponseBuilder choosePersona(PendingLogin login, String chosen, String cookie) {
    return Cpf.parse(chosen)
        .flatMap(personas::withCpf)
        .map(persona -> signIn(login, persona, cookie))
        .orElseGet(() -> pages.account(login, "", "Essa pessoa fictícia não existe."));
  }

  private Response.ResponseBuilder answerTo(
      LoginStage stage, PendingLogin login, MultivaluedMap<String, String> form) {
    LoginStage.Outcome outcome =
        stage.submit(login, completion.personOf(login).orElseThrow(), form);
    if (outcome instanceof LoginStage.Outcome.Show show) {
      return show.page();
    }
    if (outcome instanceof LoginStage.Outcome.Abandon abandon) {
      return completion.abandon(login, abandon.description());
    }
    PendingLogin next = ((LoginStage.Outcome.Continue) outcome).login();
    logins.update(next);
    return completion.continueFrom(next);
  }

  private Response.ResponseBuilder signIn(PendingLogin login, Persona persona, String cookie) {
    login.session().signIn(new SignedIn(Cpf.of(persona.cpf()), persona.amr(), clock.instant()));
    sessions.retire(cookie);
    return completion.continueFrom(login).cookie(sessions.issueCookie(login.session()));
  }

  private Response.ResponseBuilder goTo(PendingLogin login) {
    logins.update(login);
    return Redirect.to(LoginAddress.of(issuer, login));
  }
}
