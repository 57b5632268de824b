package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.LinkedProvider;
import io.github.govbrkeycloak.keycloak.steps.StepAction;
import io.github.govbrkeycloak.keycloak.steps.StepFacts;
import io.github.govbrkeycloak.keycloak.steps.StepPage;
import io.github.govbrkeycloak.keycloak.steps.StepRefusal;
import io.github.govbrkeycloak.model.Nivel;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The step {@code govbr-nivel} of somebody who has an account: begun by the application ({@code
 * kc_action=govbr-nivel:ouro}). gov.br is asked again who the person is; then Keycloak comes back
 * here, with the facts of that login.
 */
public final class LevelAction extends StepAction {

  /** Log only: an application began the step with a level that does not exist. */
  private static final String UNKNOWN_LEVEL = "GOVBR-594";

  /** Log only: an application began the step for an account that gov.br does not sign in. */
  private static final String NOT_LINKED = "GOVBR-595";

  private static final Logger LOG = Logger.getLogger(LevelAction.class);

  public LevelAction() {
    super(LevelStep.NAME);
  }

  @Override
  public String getDisplayText() {
    // The console shows this one as it is: no message keys here.
    return "gov.br: aumentar o nível da conta";
  }

  /** Where sessions keep no level, nobody would see that it has risen. */
  @Override
  public boolean isPrepared(KeycloakSession session, GovBrConfig config) {
    return config.privacy().keptFacts().contains(FactGroup.NIVEL);
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    StepFacts facts = new StepFacts(context.getSession(), login);
    Optional<LevelLack> asked = asked(facts);
    Optional<LevelStep> step = step(facts);
    if (asked.isEmpty() || step.isEmpty()) {
      LOG.warnf("%s client=%s", asked.isEmpty() ? UNKNOWN_LEVEL : NOT_LINKED, clientId(login));
      context.ignore();
    } else if (asked.get().isMet()) {
      step.get().reached(login, asked.get().held().orElseThrow());
      context.success();
    } else if (!isPrepared(context, step.get())) {
      tellUnprepared(context, step.get());
    } else {
      boolean isUnchanged = step.get().isBack(login);
      step.get().ask(login, asked.get().wanted());
      context.challenge(
          new LevelPage(asked.get(), login.getClient(), isUnchanged).in(context.form()));
    }
  }

  @Override
  public void processAction(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    StepFacts facts = new StepFacts(context.getSession(), login);
    Optional<LevelLack> asked = asked(facts);
    Optional<LevelStep> step = step(facts);
    String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(LevelPage.CHOICE);
    if (asked.isPresent() && step.isPresent() && LevelPage.GO.equals(choice)) {
      if (isPrepared(context, step.get())) {
        context.challenge(step.get().leave(login, asked.get().wanted()));
      } else {
        tellUnprepared(context, step.get());
      }
    } else {
      step.ifPresent(left -> left.giveUp(login));
      context.cancel();
    }
  }

  private boolean isPrepared(RequiredActionContext context, LevelStep step) {
    return isPrepared(context.getSession(), step.config());
  }

  private static void tellUnprepared(RequiredActionContext context, LevelStep step) {
    new StepRefusal(LevelStep.NAME, step.config().getAlias())
        .tell(
            Reason.STEP_NOT_PREPARED,
            context.getEvent(),
            Optional.of(context.getAuthenticationSession()));
    new StepPage(context, "nivel").show(Optional.of(Reason.STEP_NOT_PREPARED), false);
  }

  /** Keycloak's own form field for going back was sent; it tells the application. */
  @Override
  public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
    step(new StepFacts(session, login)).ifPresent(step -> step.giveUp(login));
  }

  private Optional<LevelLack> asked(StepFacts facts) {
    return parameter(facts.login())
        .map(Nivel::of)
        .filter(Nivel::isKnown)
        .map(
            wanted ->
                new LevelLack(
                    facts.read().map(SessionFacts::nivel).map(Nivel::of),
                    wanted,
                    LevelLack.Kind.ACTION,
                    Optional.empty()));
  }

  private static Optional<LevelStep> step(StepFacts facts) {
    AuthenticationSessionModel login = facts.login();
    return LinkedProvider.of(
            facts.session(),
            login.getRealm(),
            login.getAuthenticatedUser(),
            facts.read().map(SessionFacts::alias))
        .map(config -> new LevelStep(facts.session(), login.getRealm(), config));
  }

  private static String clientId(AuthenticationSessionModel login) {
    return login.getClient().getClientId();
  }
}
