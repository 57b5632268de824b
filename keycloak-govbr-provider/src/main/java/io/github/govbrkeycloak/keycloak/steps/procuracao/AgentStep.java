package io.github.govbrkeycloak.keycloak.steps.procuracao;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.GovBrStep;
import io.github.govbrkeycloak.keycloak.steps.StepFacts;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;

/**
 * Lets somebody act for another person, under a power of attorney that gov.br keeps (roteiro, "API
 * de Procuração"): a new login at gov.br, where the person says for whom. An application starts it
 * by {@code kc_action=govbr-procuracao} and ends it by {@code govbr-procuracao:sair}.
 */
public final class AgentStep extends GovBrStep {

  /** Its name, in {@code kc_action} and in the realm. */
  public static final String ID = "govbr-procuracao";

  private static final String LEAVE = "sair";

  public AgentStep() {
    super(ID, "procuracao");
  }

  @Override
  public String getDisplayText() {
    // The console shows this one as it is: no message keys here.
    return "gov.br: agir por outra pessoa";
  }

  /** To stop acting for somebody needs nothing of gov.br, and no page: nobody gains by it. */
  @Override
  protected boolean isDoneHere(RequiredActionContext context, StepFacts step) {
    boolean leaves =
        parameter(context.getAuthenticationSession()).filter(LEAVE::equals).isPresent();
    if (leaves) {
      step.read()
          .filter(facts -> facts.represented().isPresent())
          .ifPresent(facts -> stopActing(step, facts));
    }
    return leaves;
  }

  /** gov.br's token, where it is kept, is an agent's: it goes with what it was for. */
  private static void stopActing(StepFacts step, SessionFacts facts) {
    step.write(facts.representingNobody());
    step.forgetToken();
  }

  @Override
  public boolean isPrepared(KeycloakSession session, GovBrConfig config) {
    return config.privacy().keptFacts().contains(FactGroup.REPRESENTADO);
  }

  @Override
  protected Response leave(RequiredActionContext context, GovBrConfig config) {
    return new AgentLogin(context.getSession(), context.getAuthenticationSession(), config).begin();
  }

  /** The login is what gov.br says now, also when it says that nobody is represented any more. */
  @Override
  protected Optional<Reason> lacking(StepFacts step) {
    Optional<SessionFacts> facts = step.read();
    facts.ifPresent(step::write);
    return facts.flatMap(SessionFacts::represented).isPresent()
        ? Optional.empty()
        : Optional.of(Reason.NOBODY_REPRESENTED);
  }
}
