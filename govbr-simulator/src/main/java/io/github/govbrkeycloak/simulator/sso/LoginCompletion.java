package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.AuthorizationRequest;
import io.github.govbrkeycloak.simulator.login.BrowserSession.SignedIn;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import io.github.govbrkeycloak.simulator.login.LoginId;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.login.PendingLogin.Capacity;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import io.github.govbrkeycloak.simulator.tokens.Grant;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Ends a login with a code once the person is signed in and nothing is left to ask. */
final class LoginCompletion {

  private final PendingLogins logins;
  private final Personas personas;
  private final List<LoginStage> stages;
  private final AuthorizationCodes codes;
  private final Issuer issuer;

  LoginCompletion(
      PendingLogins logins,
      Personas personas,
      List<LoginStage> stages,
      AuthorizationCodes codes,
      Issuer issuer) {
    this.logins = logins;
    this.personas = personas;
    this.stages = List.copyOf(stages);
    this.codes = codes;
    this.issuer = issuer;
  }

  /** Who goes through this login, as the account is now; empty while nobody is signed in. */
  Optional<Persona> personOf(PendingLogin login) {
    return login
        .session()
        .signedIn()
        .flatMap(who -> personas.withCpf(who.cpf()).map(person -> person.signedInBy(who.amr())));
  }

  /** What is still to be asked; empty if nothing is, or nobody is signed in. */
  Optional<LoginStage> dueStage(PendingLogin login) {
    return personOf(login)
        .flatMap(person -> stages.stream().filter(stage -> stage.isDue(login, person)).findFirst());
  }

  /** Back to the service with a code, or to the page that asks what is still missing. */
  Response.ResponseBuilder continueFrom(PendingLogin login) {
    Optional<Persona> person = personOf(login);
    return person.isEmpty() || dueStage(login).isPresent()
        ? Redirect.to(LoginAddress.of(issuer, login))
        : goBack(login, person.get());
  }

  /** Back to the service without a code. */
  Response.ResponseBuilder abandon(PendingLogin login, String description) {
    logins.end(login);
    return login.request().ours()
        ? Redirect.to(issuer.path("/"))
        : ReturnAddress.of(login.request()).withError("access_denied", description);
  }

  private Response.ResponseBuilder goBack(PendingLogin login, Persona person) {
    logins.end(login);
    AuthorizationRequest request = login.request();
    if (request.ours()) {
      return Redirect.to(request.redirectUri());
    }
    Grant grant =
        new Grant(
            person,
            request.client(),
            request.scopes(),
            request.nonce(),
            login.session().signedIn().map(SignedIn::at).orElseThrow(),
            login.capacity().flatMap(Capacity::grantor),
            LoginId.of(login.id()));
    String code =
        codes.issue(
            new AuthorizationCodes.Issued(grant, request.redirectUri(), request.codeChallenge()));
    return ReturnAddress.of(request).withCode(code);
  }
}
