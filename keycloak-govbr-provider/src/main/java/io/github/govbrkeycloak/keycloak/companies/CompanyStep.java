package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.requirements.CompanyNeed;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.StepAction;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import java.util.List;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets a person choose for which company they act in an application: because the application
 * demands it, or because it asked for it by {@code kc_action}.
 */
public final class CompanyStep extends StepAction {

  /** Its name, in {@code kc_action} too. */
  public static final String ID = CompanyNeed.STEP;

  public CompanyStep() {
    super(ID);
  }

  @Override
  public String getDisplayText() {
    // The console shows this one as it is: no message keys here.
    return "gov.br: escolher a empresa";
  }

  /** Companies must be told by gov.br, and the session must keep who chose which. */
  @Override
  public boolean isPrepared(KeycloakSession session, GovBrConfig config) {
    return config.endpoints().hasGovBrApis()
        && config.scopes().contains(Fact.EMPRESAS.scope())
        && config.privacy().keptFacts().containsAll(List.of(FactGroup.EMPRESA, FactGroup.CPF));
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    CompanyLogin company = new CompanyLogin(context.getSession(), login);
    if (company.needsStep()) {
      login.addRequiredAction(ID);
    } else if (!company.isAskedFor()) {
      company.giveTokenBack();
    }
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    visit(context).begin();
  }

  @Override
  public void processAction(RequiredActionContext context) {
    visit(context).answer(CompanyForm.of(context.getHttpRequest().getDecodedFormParameters()));
  }

  private CompanyVisit visit(RequiredActionContext context) {
    KeycloakSession session = context.getSession();
    return new CompanyVisit(
        context,
        this,
        new CompanyRegister(session, GovBrIdentityProviderFactory.of(session).calls()));
  }

  /** Keycloak's own form field for going back was sent; it tells the application. */
  @Override
  public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
    String alias = new CompanyLogin(session, login).facts().map(SessionFacts::alias).orElse("-");
    new StepFunnel(session, login.getRealm(), ID, alias).record(StepStage.GAVE_UP, login);
  }
}
