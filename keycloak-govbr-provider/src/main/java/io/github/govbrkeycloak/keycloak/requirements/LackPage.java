package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.login.Reason;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a person sees who lacks what an application demands. */
final class LackPage {

  private static final String TEMPLATE = "govbr-exigencia.ftl";

  private final LoginFormsProvider form;

  LackPage(KeycloakSession session, AuthenticationSessionModel login, Verdict.Lacking verdict) {
    this(session, login, verdict, LackReason.of(verdict));
  }

  /**
   * @param reason whose sentence and code the page has
   */
  LackPage(
      KeycloakSession session,
      AuthenticationSessionModel login,
      Verdict.Lacking verdict,
      Reason reason) {
    form =
        session
            .getProvider(LoginFormsProvider.class)
            .setAuthenticationSession(login)
            .setStatus(Response.Status.fromStatusCode(reason.httpStatus()))
            .setAttribute("sentence", reason.messageKey())
            .setAttribute("code", reason.code())
            .setAttribute("lacks", verdict.lacks().stream().flatMap(LackText::of).toList());
  }

  /** Offers gov.br once more. */
  LackPage andAgain(URI address) {
    form.setAttribute("retryUrl", address.toString());
    return this;
  }

  /** Offers the application's first page. */
  LackPage andApplication(String address) {
    form.setAttribute("applicationUrl", address);
    return this;
  }

  /** Offers to sign out here. */
  LackPage andSignOut(URI address) {
    form.setAttribute("signOutUrl", address.toString());
    return this;
  }

  /** Offers to sign out of gov.br and in again. */
  LackPage andNewGovBrLogin(URI address, String ticket) {
    form.setAttribute("newLoginUrl", address.toString()).setAttribute("ticket", ticket);
    return this;
  }

  /** Says that signing in anew did not help. */
  LackPage afterNewGovBrLogin() {
    form.setAttribute("isSecondTime", true);
    return this;
  }

  Response show() {
    return form.createForm(TEMPLATE);
  }
}
