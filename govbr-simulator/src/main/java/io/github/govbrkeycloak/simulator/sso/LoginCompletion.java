package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.sso.BrowserSession.SignedIn;
import io.github.govbrkeycloak.simulator.tokens.Grant;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Ends a login with a code once the person is signed in and has consented. */
final class LoginCompletion {

  private final PendingLogins logins;
  private final Consents consents;
  private final AuthorizationCodes codes;

  LoginCompletion(PendingLogins logins, Consents consents, AuthorizationCodes codes) {
    this.logins = logins;
    this.consents = consents;
    this.codes = codes;
  }

  /** Back to the service with a code, or to the page that asks what is still missing. */
  Response.ResponseBuilder continueFrom(PendingLogin login) {
    return login
        .session()
        .signedIn()
        .filter(signedIn -> consents.has(signedIn.persona(), login.request().client()))
        .map(signedIn -> returnWithCode(login, signedIn))
        .orElseGet(() -> Redirect.to(login.address()));
  }

  /** Whose consent a login still needs; empty while nobody is signed in. */
  Optional<Persona> awaitingConsentOf(PendingLogin login) {
    return login
        .session()
        .signedIn()
        .map(SignedIn::persona)
        .filter(persona -> !consents.has(persona, login.request().client()));
  }

  /** Notes that the person lets the service use their data. */
  void consent(PendingLogin login) {
    login
        .session()
        .signedIn()
        .ifPresent(signedIn -> consents.give(signedIn.persona(), login.request().client()));
  }

  /** Back to the service without a code. */
  Response.ResponseBuilder abandon(PendingLogin login, String description) {
    logins.end(login);
    return ReturnAddress.of(login.request()).withError("access_denied", description);
  }

  private Response.ResponseBuilder returnWithCode(PendingLogin login, SignedIn signedIn) {
    logins.end(login);
    AuthorizationRequest request = login.request();
    Grant grant =
        new Grant(
            signedIn.persona(), request.client(), request.scopes(), request.nonce(), signedIn.at());
    String code =
        codes.issue(
            new AuthorizationCodes.Issued(grant, request.redirectUri(), request.codeChallenge()));
    return ReturnAddress.of(request).withCode(code);
  }
}
