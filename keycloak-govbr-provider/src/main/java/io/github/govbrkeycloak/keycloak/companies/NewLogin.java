package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.steps.StepUnderWay;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends a person to gov.br once more, because nothing is there to ask gov.br with. gov.br knows
 * them still, as a rule, and sends them back without a question; then the step goes on. Nobody but
 * the same person comes back by it: {@link io.github.govbrkeycloak.keycloak.steps.SamePerson}.
 *
 * @param session of the request
 * @param login the login that the step belongs to
 */
record NewLogin(KeycloakSession session, AuthenticationSessionModel login) {

  private static final String BACK = "govbr.empresa.back";

  /** Whether the person has come back from there in this moment. */
  boolean isBackNow() {
    boolean isBack =
        StepUnderWay.of(login).filter(step -> step.name().equals(CompanyStep.ID)).isPresent();
    if (isBack) {
      StepUnderWay.forget(login);
      login.setAuthNote(BACK, "true");
    }
    return isBack;
  }

  /** Whether this login has been sent there for this before. */
  boolean wasTried() {
    return login.getAuthNote(BACK) != null;
  }

  /** Sends it there. */
  Response at(String alias) {
    RealmModel realm = login.getRealm();
    StepUnderWay step =
        StepUnderWay.asked(CompanyStep.ID, "", alias, login.getAuthenticatedUser().getId());
    AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
    step.keepIn(login);
    return Response.seeOther(
            Urls.identityProviderAuthnRequest(
                session.getContext().getUri().getBaseUri(),
                alias,
                realm.getName(),
                new ClientSessionCode<>(session, realm, login).getOrGenerateCode(),
                login.getClient().getClientId(),
                login.getTabId(),
                AuthenticationProcessor.getClientData(session, login),
                null))
        .build();
  }
}
