package io.github.govbrkeycloak.keycloak.login;

import io.github.govbrkeycloak.keycloak.session.OpenLogins;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a person sees when a login through gov.br does not go on: why, and a way on. */
public final class RefusalPage {

  private static final String TEMPLATE = "govbr-recusa.ftl";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final WaysOn ways;
  private final AuthenticationSessionModel login;

  /**
   * @param login the login that failed; {@code null} when it is not known, then the one that this
   *     browser has open, if any, is taken for the way on
   */
  public RefusalPage(
      KeycloakSession session, RealmModel realm, String alias, AuthenticationSessionModel login) {
    this.session = session;
    this.realm = realm;
    this.ways = new WaysOn(session, realm, alias);
    this.login = Optional.ofNullable(login).or(this::loginOfBrowser).orElse(null);
  }

  private Optional<AuthenticationSessionModel> loginOfBrowser() {
    List<AuthenticationSessionModel> open = OpenLogins.of(session, realm).toList();
    // With several of them nobody knows which one this was.
    return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
  }

  /** The page of a reason, which names whom to ask. */
  public Response of(Reason reason, Optional<String> contact) {
    LoginFormsProvider form = form().setStatus(Response.Status.fromStatusCode(reason.httpStatus()));
    form.setAttribute("heading", reason.headingKey());
    form.setAttribute("sentence", reason.messageKey()).setAttribute("code", reason.code());
    contact.ifPresent(whom -> form.setAttribute("contact", whom));
    Optional.ofNullable(login)
        // Whoever has signed in and is at a step would only be told that the page is old.
        .filter(
            open -> AuthenticationSessionModel.Action.AUTHENTICATE.name().equals(open.getAction()))
        .map(ways::again)
        .ifPresent(url -> form.setAttribute("retryUrl", url.toString()));
    applicationUrl().ifPresent(url -> form.setAttribute("applicationUrl", url));
    return form.createForm(TEMPLATE);
  }

  /** The page after a logout of which nothing is left to end. */
  Response signedOut() {
    LoginFormsProvider form = form();
    form.setAttribute("sentence", "govbr.signedOut");
    applicationUrl().ifPresent(url -> form.setAttribute("applicationUrl", url));
    return form.createForm(TEMPLATE);
  }

  private Optional<String> applicationUrl() {
    return Optional.ofNullable(login)
        .map(AuthenticationSessionModel::getClient)
        .flatMap(ways::application);
  }

  private LoginFormsProvider form() {
    return session.getProvider(LoginFormsProvider.class).setAuthenticationSession(login);
  }
}
