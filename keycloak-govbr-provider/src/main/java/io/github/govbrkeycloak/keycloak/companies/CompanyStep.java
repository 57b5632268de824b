package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.GovBrStep;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets a person choose for which company they act in an application: because the application
 * demands it, or because it asked for it by {@code kc_action}.
 */
final class CompanyStep implements RequiredActionProvider {

  private final CompanyRegister register;

  CompanyStep(CompanyRegister register) {
    this.register = register;
  }

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public int getMaxAuthAge(KeycloakSession session) {
    return GovBrStep.ANY_AGE;
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    CompanyLogin company = new CompanyLogin(context.getSession(), login);
    if (company.needsStep()) {
      login.addRequiredAction(CompanyStepFactory.PROVIDER_ID);
    } else if (!company.isAskedFor()) {
      company.giveTokenBack();
    }
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    new CompanyVisit(context, register).begin();
  }

  @Override
  public void processAction(RequiredActionContext context) {
    new CompanyVisit(context, register)
        .answer(CompanyForm.of(context.getHttpRequest().getDecodedFormParameters()));
  }

  /** Keycloak's own form field for going back was sent; it tells the application. */
  @Override
  public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
    String alias = new CompanyLogin(session, login).facts().map(SessionFacts::alias).orElse("-");
    new StepFunnel(session, login.getRealm(), CompanyStepFactory.PROVIDER_ID, alias)
        .record(StepStage.GAVE_UP, login);
  }

  @Override
  public void close() {}
}
