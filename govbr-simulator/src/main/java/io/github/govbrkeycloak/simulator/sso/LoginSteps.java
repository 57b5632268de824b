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

  private static final String WRONG = "CPF ou senha inválidos. Tente de novo.";
  private static final String LOCKED =
      "ERL0002600: conta bloqueada depois de 4 senhas erradas. Recupere a senha para entrar.";

  private final Personas personas;
  private final PendingLogins logins;
  private final BrowserSessions sessions;
  private final LoginCompletion completion;
  private final LoginPages pages;
  private final Detours detours;
  private final WrongPasswords wrongPasswords;
  private final Issuer issuer;
  private final Clock clock;

  LoginSteps(
      Personas personas,
      PendingLogins logins,
      BrowserSessions sessions,
      LoginCompletion completion,
      LoginPages pages,
      WrongPasswords wrongPasswords,
      Issuer issuer,
      Clock clock) {
    this.personas = personas;
    this.logins = logins;
    this.sessions = sessions;
    this.completion = completion;
    this.pages = pages;
    this.wrongPasswords = wrongPasswords;
    this.detours = new Detours(personas, logins, wrongPasswords, pages);
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
    if (form.containsKey("way")) {
      return chooseWay(login, form.getFirst("way"), cookie);
    }
    return switch (String.valueOf(form.getFirst("operation"))) {
      case "enter-account-id" -> enterAccount(login, form.getFirst("accountId"));
      case "change-account-id" -> goTo(login.withAccount(Optional.empty()));
      case "enter-password" -> enterPassword(login, form.getFirst("password"), cookie);
      case "call-account-recovery", "create-account" -> detours.show(login);
      case "finish-detour" -> detours.finish(login, form);
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
    if (wrongPasswords.isLocked(cpf)) {
      return pages.password(login, cpf, LOCKED);
    }
    return personas
        .withCpf(cpf)
        .filter(persona -> persona.senha().equals(password))
        .map(persona -> persona.signedInBy(LoginWay.byPassword(persona)))
        .map(persona -> signIn(login, persona, cookie))
        .orElseGet(() -> pages.password(login, cpf, wrongPasswords.another(cpf) ? LOCKED : WRONG));
  }

  private Response.ResponseBuilder chooseWay(PendingLogin login, String way, String cookie) {
    Optional<Persona> person = login.account().flatMap(personas::withCpf);
    return person
        .flatMap(persona -> LoginWay.of(persona, way))
        .map(chosen -> signIn(login, person.get().signedInBy(chosen.amr()), cookie))
        .orElseGet(() -> show(login));
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
    wrongPasswords.forget(Cpf.of(persona.cpf()));
    login.session().signIn(new SignedIn(Cpf.of(persona.cpf()), persona.amr(), clock.instant()));
    sessions.retire(cookie);
    return completion.continueFrom(login).cookie(sessions.issueCookie(login.session()));
  }

  private Response.ResponseBuilder goTo(PendingLogin login) {
    logins.update(login);
    return Redirect.to(LoginAddress.of(issuer, login));
  }
}
